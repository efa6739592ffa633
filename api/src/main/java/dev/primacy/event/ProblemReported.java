package dev.primacy.event;

import static java.util.Objects.requireNonNull;

/**
 * Something failed in the application; with the qualifier {@link OfSeverity}.
 *
 * @param envelope what it has in common with all others; its origin is who reports it
 * @param severity how bad it is
 * @param type the class of what was thrown
 * @param problem what it says; empty if nothing
 * @param trace where it was thrown, frame by frame, cut off at some length
 * @since 0.1
 */
@EventId(3001)
public record ProblemReported(
    EventEnvelope envelope, ProblemSeverity severity, String type, String problem, String trace)
    implements ServiceEvent {

  /** Checks the components. */
  public ProblemReported {
    requireNonNull(envelope, "envelope");
    requireNonNull(severity, "severity");
    requireNonNull(type, "type");
    requireNonNull(problem, "problem");
    requireNonNull(trace, "trace");
  }
}
