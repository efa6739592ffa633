package dev.primacy.core.messaging;

import dev.primacy.event.EnvelopedEvent;

/**
 * Publishes events for the whole cluster.
 *
 * @since 0.1
 */
public interface Publishing {

  /**
   * Publishes an event: stamps it, has the messenger carry it to the other nodes, and tells the
   * observers of this one. Any thread; waits for room for a bounded time. A publication that fails
   * leaves a gap in the numbers of its type.
   *
   * @param draft says its origin; a stamp that it has is replaced
   * @param <E> its type
   * @return the event as it was published
   * @throws IllegalStateException if it says no origin
   * @throws IllegalArgumentException if it is no event that can be published: its type, its origin,
   *     or its size; numbered
   * @throws dev.primacy.messaging.PublishException if the messenger did not take it
   */
  <E extends EnvelopedEvent> E publish(E draft);
}
