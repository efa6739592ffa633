package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * An observer of {@link NodeRoleChanging} asked for more time.
 *
 * @param envelope what it has in common with all others; its origin is the group
 * @param more how much longer from now
 * @since 0.1
 */
@EventId(1115)
public record TransitionInProgress(EventEnvelope envelope, Duration more) implements ServiceEvent {

  /** Checks the components. */
  public TransitionInProgress {
    requireNonNull(envelope, "envelope");
    requireNonNull(more, "more");
  }
}
