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
}
