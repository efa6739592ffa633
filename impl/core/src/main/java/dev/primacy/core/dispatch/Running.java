package dev.primacy.core.dispatch;

import dev.primacy.event.ClusterEvent;

/**
 * An event that is being observed. Not a record: two observations of equal events are two.
 *
 * @since 0.1
 */
public final class Running {
  private final ClusterEvent event;
  private final Thread thread;
  private final long sinceNanos;

  Running(ClusterEvent event, Thread thread, long sinceNanos) {
    this.event = event;
    this.thread = thread;
    this.sinceNanos = sinceNanos;
  }

  /**
   * The event.
   *
   * @return the event
   */
  public ClusterEvent event() {
    return event;
  }

  /**
   * Where its observers run.
   *
   * @return a dispatch thread
   */
  public Thread thread() {
    return thread;
  }

  /**
   * Since when.
   *
   * @return on the monotonic clock
   */
  public long sinceNanos() {
    return sinceNanos;
  }
}
