package dev.primacy.core.gate;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The seam through which all time comes.
 *
 * @since 0.1
 */
public interface Clocks {

  /**
   * The monotonic clock, for leases.
   *
   * @return nanoseconds from an arbitrary origin, compared by subtraction only
   */
  long nanos();

  /**
   * The wall clock, which goes on during a machine's suspend; it only ever ends a lease early, and
   * stamps events for people.
   *
   * @return milliseconds since the epoch
   */
  long millis();

  /**
   * Waits until a latch opens, or a time by the monotonic clock is over.
   *
   * @param latch opened by another thread
   * @param nanos how long to wait
   * @return false if the time is over
   * @throws InterruptedException if this thread was interrupted
   */
  default boolean await(CountDownLatch latch, long nanos) throws InterruptedException {
    return latch.await(nanos, TimeUnit.NANOSECONDS);
  }
}
