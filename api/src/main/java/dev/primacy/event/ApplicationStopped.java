package dev.primacy.event;

import static java.util.Objects.requireNonNull;

/**
 * Primacy is about to stop in this application.
 *
 * @param envelope what it has in common with all others; its origin is the application
 * @since 0.1
 */
@EventId(1077)
public record ApplicationStopped(EventEnvelope envelope) implements ServiceEvent {

  /** Checks the components. */
  public ApplicationStopped {
    requireNonNull(envelope, "envelope");
  }
}
