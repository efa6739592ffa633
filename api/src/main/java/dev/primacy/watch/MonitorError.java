package dev.primacy.watch;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What went wrong while one kind of thing was watched.
 *
 * @param kind what could not be told
 * @param message the numbered message for people
 * @param cause what was thrown; empty if nothing was
 * @param payload the record in question; empty if there is none
 * @since 0.1
 */
public record MonitorError(
    CallbackType kind, String message, Optional<Throwable> cause, Optional<RawRecord> payload) {

  /** Checks the components. */
  public MonitorError {
    requireNonNull(kind, "kind");
    requireNonNull(message, "message");
    requireNonNull(cause, "cause");
    requireNonNull(payload, "payload");
  }
}
