package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.NodeId;
import java.time.Instant;

/**
 * The store does not answer this node any more.
 *
 * @param node this node
 * @param seq counted from 1 at every start
 * @param detail one sentence for people; may be empty
 * @param at when this node learned of it, by its own wall clock
 * @since 0.1
 */
@EventId(3023)
public record EngineConnectionLost(NodeId node, long seq, String detail, Instant at)
    implements OperationalEvent {

  /** Checks the components. */
  public EngineConnectionLost {
    requireNonNull(node, "node");
    requireNonNull(detail, "detail");
    requireNonNull(at, "at");
  }
}
