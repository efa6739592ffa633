package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.FencingToken;

/**
 * This node took over as primary: what was cached of the group's state may be stale.
 *
 * @param envelope what it has in common with all others; its origin is the group
 * @param token of the tenure that begins
 * @since 0.1
 */
@EventId(1113)
public record StateInvalidated(EventEnvelope envelope, FencingToken token) implements ServiceEvent {

  /** Checks the components. */
  public StateInvalidated {
    requireNonNull(envelope, "envelope");
    requireNonNull(token, "token");
  }
}
