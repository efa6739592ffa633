package dev.primacy.core.runtime;

import dev.primacy.event.ClusterEvent;

/**
 * Where events go: the bridge to the container.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface EventSink {

  /**
   * Delivers one event to every observer; one that throws does not keep the others from hearing.
   *
   * @param event the event
   * @return which observers threw
   */
  DeliveryReport deliver(ClusterEvent event);

  /**
   * Says where to report observers that fail after {@link #deliver} has returned: asynchronous
   * ones. Called before the first event; a later call replaces the one before it. A sink without
   * such observers need not listen.
   *
   * @param failures may be told on any thread
   */
  default void reportLateTo(LateFailures failures) {
    // nothing fails late unless a sink says so
  }

  /**
   * Hears of observers that failed after the delivery.
   *
   * @since 0.1
   */
  @FunctionalInterface
  interface LateFailures {

    /**
     * An observer threw. It is logged, and told as {@link dev.primacy.event.ObserverFailed}.
     *
     * @param event what it observed
     * @param failure which observer, and what it threw
     */
    void failed(ClusterEvent event, DeliveryReport.Failure failure);
  }
}
