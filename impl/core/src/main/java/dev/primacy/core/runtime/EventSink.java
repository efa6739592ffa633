package dev.primacy.core.runtime;

import dev.primacy.core.messaging.Via;
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
   * Delivers one event, as {@link #deliver(ClusterEvent)} does, that came by some way.
   *
   * @param event the event
   * @param via whether it was published for the cluster, and for which observers it is
   * @return which observers threw
   */
  default DeliveryReport deliver(ClusterEvent event, Via via) {
    return deliver(event);
  }

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
   * Whether anybody would hear an event of a type, so that what is made for hearers alone need not
   * be made. May change while the application runs.
   *
   * @param type a type of event
   * @return true if in doubt
   */
  default boolean hears(Class<? extends ClusterEvent> type) {
    return true;
  }

  /**
   * Runs a callback in the surroundings in which observers of an event are called: with the
   * application's class loader and a request context, where there are such.
   *
   * @param event what it is called for
   * @param callback throws what it likes
   */
  default void around(ClusterEvent event, Runnable callback) {
    callback.run();
  }

  /**
   * Whether something exists because this node is, or is about to be, the primary of a group, and
   * has to go before another node may be.
   *
   * @param group the group
   * @return true if {@link #tenureEnds} is to be waited for
   */
  default boolean isTenant(String group) {
    return false;
  }

  /**
   * What exists for the primary of a group alone has to go now. By choice the guard has closed and
   * calls have drained, and the group is released afterwards; a role that was lost is lost already.
   * Called again, or without anything there, does nothing. On the group's lane, as events are.
   *
   * @param group the group
   */
  default void tenureEnds(String group) {
    // nothing depends on a role unless a sink says so
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
