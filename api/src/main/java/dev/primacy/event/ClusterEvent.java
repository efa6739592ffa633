package dev.primacy.event;

import dev.primacy.NodeId;
import java.time.Instant;

/**
 * Anything Primacy tells the application. Observe it to hear everything.
 *
 * <p>Every type carries an {@link EventId}, stable over versions. By the time an observer runs, the
 * state may have changed again; ask {@link dev.primacy.Membership} before acting on the outside
 * world.
 *
 * @since 0.1
 */
public sealed interface ClusterEvent
    permits GroupEvent, NodeEvent, ViewEvent, OperationalEvent, EnvelopedEvent {

  /**
   * The node that tells.
   *
   * @return this node, under the incarnation it had then
   */
  NodeId node();

  /**
   * The place of this event among those of its type, counted from 1 at every start, without gaps;
   * per group for a {@link GroupEvent}.
   *
   * @return at least 1
   */
  long seq();

  /**
   * When this node learned of it, by its own wall clock; for people, never for ordering.
   *
   * @return the time
   */
  Instant at();
}
