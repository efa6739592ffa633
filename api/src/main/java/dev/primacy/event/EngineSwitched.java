package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.NodeId;
import java.time.Instant;

/**
 * The engine works at another endpoint of its store than before.
 *
 * @param node this node
 * @param seq counted from 1 at every start
 * @param previous the endpoint before, without credentials
 * @param current the endpoint now, without credentials
 * @param at when this node learned of it, by its own wall clock
 * @since 0.1
 */
@EventId(3034)
public record EngineSwitched(NodeId node, long seq, String previous, String current, Instant at)
    implements OperationalEvent {

  /** Checks the components. */
  public EngineSwitched {
    requireNonNull(node, "node");
    requireNonNull(previous, "previous");
    requireNonNull(current, "current");
    requireNonNull(at, "at");
  }
}
