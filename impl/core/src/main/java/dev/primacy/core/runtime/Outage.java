package dev.primacy.core.runtime;

import java.time.Duration;

/** For how long no primary was known. Written on the lease thread, read on any. */
final class Outage {
  /** Until {@code since}, and on from there if it goes on. */
  private record Sum(long nanos, long since, boolean goesOn) {}

  private volatile Sum sum = new Sum(0, 0, false);

  /** Whether one is known from now on. */
  void primaryKnown(boolean known, long now) {
    Sum before = sum;
    if (before.goesOn == known) {
      sum = new Sum(nanos(before, now), now, !known);
    }
  }

  Duration total(long now) {
    return Duration.ofNanos(nanos(sum, now));
  }

  private static long nanos(Sum sum, long now) {
    return sum.goesOn ? sum.nanos + Math.max(0, now - sum.since) : sum.nanos;
  }
}
