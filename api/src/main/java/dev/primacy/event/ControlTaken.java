package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.NodeId;
import java.time.Instant;

/**
 * Somebody took command of this node, from somebody else or as the first.
 *
 * @param node this node
 * @param seq counted from 1 at every start
 * @param evicted whether somebody else lost it by that
 * @param at when this node learned of it, by its own wall clock
 * @since 0.1
 */
@EventId(3025)
public record ControlTaken(NodeId node, long seq, boolean evicted, Instant at)
    implements OperationalEvent {

  /** Checks the components. */
  public ControlTaken {
    requireNonNull(node, "node");
    requireNonNull(at, "at");
  }
}
