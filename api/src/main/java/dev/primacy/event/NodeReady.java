package dev.primacy.event;

import static java.util.Objects.requireNonNull;

/**
 * The first role of this node is known in every group that it joined at the start, and was told to
 * all observers.
 *
 * @param envelope what it has in common with all others; its origin is the node
 * @since 0.1
 */
@EventId(1076)
public record NodeReady(EventEnvelope envelope) implements ServiceEvent {

  /** Checks the components. */
  public NodeReady {
    requireNonNull(envelope, "envelope");
  }
}
