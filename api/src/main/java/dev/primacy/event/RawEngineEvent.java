package dev.primacy.event;

import static java.util.Objects.requireNonNull;

/**
 * A message came that is of no type known here, or of no readable form; to be observed only.
 *
 * @param envelope what it has in common with all others; its origin is the messenger's name
 * @param message the message, as it came
 * @param problem why it could not be read
 * @since 0.1
 */
@EventId(1116)
public record RawEngineEvent(EventEnvelope envelope, RawMessage message, String problem)
    implements ServiceEvent {

  /** Checks the components. */
  public RawEngineEvent {
    requireNonNull(envelope, "envelope");
    requireNonNull(message, "message");
    requireNonNull(problem, "problem");
  }
}
