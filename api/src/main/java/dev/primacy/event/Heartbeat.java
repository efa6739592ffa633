package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.NodeId;
import java.time.Instant;

/**
 * This application delivers events: fired every {@code primacy.heartbeat}, if that is set.
 *
 * @param node this node
 * @param seq counted from 1 at every start
 * @param at when this node learned of it, by its own wall clock
 * @since 0.1
 */
@EventId(3031)
public record Heartbeat(NodeId node, long seq, Instant at) implements OperationalEvent {

  /** Checks the components. */
  public Heartbeat {
    requireNonNull(node, "node");
    requireNonNull(at, "at");
  }
}
