package dev.primacy.engine.relay;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses that double up to a cap, each between half and all of it. Used by one thread. */
final class Backoff {

  private static final Duration FIRST = Duration.ofMillis(50);

  private final long cap;
  private long next = FIRST.toNanos();

  Backoff(Duration cap) {
    this.cap = Math.max(FIRST.toNanos(), cap.toNanos());
  }

  long nextNanos() {
    long limit = next;
    next = Math.min(cap, 2 * next);
    return limit / 2 + ThreadLocalRandom.current().nextLong(limit / 2 + 1);
  }

  void reset() {
    next = FIRST.toNanos();
  }
}
