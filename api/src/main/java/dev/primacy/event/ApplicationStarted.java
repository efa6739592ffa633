package dev.primacy.event;

import static java.util.Objects.requireNonNull;

/**
 * Primacy started in this application.
 *
 * @param envelope what it has in common with all others; its origin is the application
 * @since 0.1
 */
@EventId(1075)
public record ApplicationStarted(EventEnvelope envelope) implements ServiceEvent {

  /** Checks the components. */
  public ApplicationStarted {
    requireNonNull(envelope, "envelope");
  }
}
