package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.NodeId;
import java.time.Instant;

/**
 * A queue of events was full. Node events were merged to the latest state; for a role event the
 * node gives the group up.
 *
 * @param node this node
 * @param seq counted from 1 at every start
 * @param queue the group, or an asterisk for the node events
 * @param at when this node learned of it, by its own wall clock
 * @since 0.1
 */
@EventId(3013)
public record EventsOverflowed(NodeId node, long seq, String queue, Instant at)
    implements OperationalEvent {

  /** Checks the components. */
  public EventsOverflowed {
    requireNonNull(node, "node");
    requireNonNull(queue, "queue");
    requireNonNull(at, "at");
  }
}
