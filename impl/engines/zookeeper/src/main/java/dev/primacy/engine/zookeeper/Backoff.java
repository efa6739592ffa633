package dev.primacy.engine.zookeeper;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Delays that double up to a cap, each between half and all of it. Safe on any thread. */
final class Backoff {

  private final long first;
  private final long cap;
  private long next;

  Backoff(Duration first, Duration cap) {
    this.first = first.toMillis();
    this.cap = cap.toMillis();
    this.next = this.first;
  }

  synchronized long nextMillis() {
    long limit = next;
    next = Math.min(cap, 2 * next);
    return limit / 2 + ThreadLocalRandom.current().nextLong(limit / 2 + 1);
  }

  synchronized void reset() {
    next = first;
  }
}
