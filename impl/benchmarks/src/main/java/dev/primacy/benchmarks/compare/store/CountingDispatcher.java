package dev.primacy.benchmarks.compare.store;

import io.fabric8.mockwebserver.http.Dispatcher;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.util.concurrent.atomic.LongAdder;

/** Counts what comes through one door, and hands it on. */
final class CountingDispatcher extends Dispatcher {
  private final Dispatcher behind;
  private final LongAdder counter;

  CountingDispatcher(Dispatcher behind, LongAdder counter) {
    this.behind = behind;
    this.counter = counter;
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    counter.increment();
    return behind.dispatch(request);
  }
}
