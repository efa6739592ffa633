package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.FencingToken;
import java.time.Instant;
import java.util.Optional;

/**
 * A schedule fired on the primary.
 *
 * @param envelope what it has in common with all others; its origin is the schedule's name
 * @param group the group
 * @param token under which it fired; empty where this server is the only one and there is none
 * @param due when it was due
 * @since 0.1
 */
@EventId(2001)
public record PrimaryTick(
    EventEnvelope envelope, String group, Optional<FencingToken> token, Instant due)
    implements ServiceEvent {

  /** Checks the components. */
  public PrimaryTick {
    requireNonNull(envelope, "envelope");
    requireNonNull(group, "group");
    requireNonNull(token, "token");
    requireNonNull(due, "due");
  }
}
