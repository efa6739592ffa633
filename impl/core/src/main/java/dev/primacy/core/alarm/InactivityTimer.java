package dev.primacy.core.alarm;

import java.time.Duration;

/**
 * Says when nothing was told for so long that the store should be asked. One thread at a time; all
 * times are of one monotonic clock.
 *
 * @since 0.1
 */
public final class InactivityTimer {
  private final long timeoutNanos;

  private long since;

  /**
   * Begins to wait.
   *
   * @param timeout how long nothing has to be told
   * @param now now
   */
  public InactivityTimer(Duration timeout, long now) {
    this.timeoutNanos = timeout.toNanos();
    this.since = now;
  }

  /**
   * Something was told.
   *
   * @param when when that was; of no effect if it was before the timer was started last
   */
  public void told(long when) {
    if (when - since > 0) {
      since = when;
    }
  }

  /**
   * Whether it is time to ask; the timer then starts again.
   *
   * @param now now
   * @return true if nothing was told for the timeout
   */
  public boolean isDue(long now) {
    if (now - since < timeoutNanos) {
      return false;
    }
    since = now;
    return true;
  }

  /**
   * How long it is until it may be time.
   *
   * @param now now
   * @return at least zero
   */
  public Duration remaining(long now) {
    return Duration.ofNanos(Math.max(0, timeoutNanos - (now - since)));
  }
}
