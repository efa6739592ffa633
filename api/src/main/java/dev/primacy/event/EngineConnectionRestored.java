package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.NodeId;
import java.time.Duration;
import java.time.Instant;

/**
 * The store answers this node again.
 *
 * @param node this node
 * @param seq counted from 1 at every start
 * @param down for how long it did not, as far as this node knows
 * @param at when this node learned of it, by its own wall clock
 * @since 0.1
 */
@EventId(3024)
public record EngineConnectionRestored(NodeId node, long seq, Duration down, Instant at)
    implements OperationalEvent {

  /** Checks the components. */
  public EngineConnectionRestored {
    requireNonNull(node, "node");
    requireNonNull(down, "down");
    requireNonNull(at, "at");
  }
}
