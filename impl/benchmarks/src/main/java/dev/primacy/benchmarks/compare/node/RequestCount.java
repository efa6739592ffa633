package dev.primacy.benchmarks.compare.node;

import java.util.concurrent.atomic.LongAdder;

/** Counts what is asked of a store, where the store itself cannot say who asked. */
final class RequestCount {
  private final LongAdder requests = new LongAdder();

  void add() {
    requests.increment();
  }

  long requests() {
    return requests.sum();
  }
}
