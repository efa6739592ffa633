package dev.primacy.event;

import static java.util.Objects.requireNonNull;

/**
 * The engine began, lost its store, has it back, or ended.
 *
 * @param envelope what it has in common with all others; its origin is the engine's name
 * @param state where it is
 * @since 0.1
 */
@EventId(1052)
public record EngineLifecycle(EventEnvelope envelope, LifecycleState state)
    implements LifecycleEvent {

  /** Checks the components. */
  public EngineLifecycle {
    requireNonNull(envelope, "envelope");
    requireNonNull(state, "state");
  }
}
