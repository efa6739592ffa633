package dev.primacy.core.runtime;

import dev.primacy.core.elector.Input;
import dev.primacy.spi.RecordKey;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Takes an engine's hints, on its threads, and merges those of one record while they wait. */
final class HintBox implements Consumer<RecordKey> {
  private final Steps loop;
  private final Consumer<Input> elections;
  private final Set<RecordKey> waiting = ConcurrentHashMap.newKeySet();
  private final Semaphore news = new Semaphore(0);

  HintBox(Steps loop, Consumer<Input> elections) {
    this.loop = loop;
    this.elections = elections;
  }

  @Override
  public void accept(RecordKey key) {
    if (waiting.add(key)) {
      loop.post(() -> handOver(key));
    }
    news.release();
  }

  private void handOver(RecordKey key) {
    waiting.remove(key);
    elections.accept(new Input.Hinted(key));
  }

  /** Waits until anything was hinted, or the time is over. */
  void await(long nanos) throws InterruptedException {
    if (news.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
      news.drainPermits();
    }
  }
}
