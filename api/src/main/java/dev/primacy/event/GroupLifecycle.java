package dev.primacy.event;

import static java.util.Objects.requireNonNull;

/**
 * This node's part in a group began, changed or ended.
 *
 * @param envelope what it has in common with all others; its origin is the group
 * @param state where it is
 * @since 0.1
 */
@EventId(1001)
public record GroupLifecycle(EventEnvelope envelope, LifecycleState state)
    implements LifecycleEvent {

  /** Checks the components. */
  public GroupLifecycle {
    requireNonNull(envelope, "envelope");
    requireNonNull(state, "state");
  }
}
