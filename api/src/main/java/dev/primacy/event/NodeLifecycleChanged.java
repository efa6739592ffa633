package dev.primacy.event;

import static java.util.Objects.requireNonNull;

/**
 * A node of the cluster began, changed or ended.
 *
 * @param envelope what it has in common with all others; its origin is the node
 * @param state where it is
 * @since 0.1
 */
@EventId(1051)
public record NodeLifecycleChanged(EventEnvelope envelope, LifecycleState state)
    implements LifecycleEvent {

  /** Checks the components. */
  public NodeLifecycleChanged {
    requireNonNull(envelope, "envelope");
    requireNonNull(state, "state");
  }
}
