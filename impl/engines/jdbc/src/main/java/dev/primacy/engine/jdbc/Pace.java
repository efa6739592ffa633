package dev.primacy.engine.jdbc;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** When a thread looks for events again: when it is told to, and after a while in any case. */
final class Pace {

  /** With announcements, in case one is lost. */
  private static final long TOLD_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final Bell bell = new Bell();
  private final long pollNanos;
  private final BooleanSupplier told;

  /**
   * Makes one.
   *
   * @param pollNanos how long to wait where nobody tells
   * @param told whether somebody does, at present
   */
  Pace(long pollNanos, BooleanSupplier told) {
    this.pollNanos = pollNanos;
    this.told = told;
  }

  void ring() {
    bell.ring();
  }

  void await() throws InterruptedException {
    bell.await(told.getAsBoolean() ? Math.max(pollNanos, TOLD_NANOS) : pollNanos);
  }

  /** For so long, whatever is told meanwhile. */
  void pause(long nanos) throws InterruptedException {
    new Bell().await(nanos);
  }
}
