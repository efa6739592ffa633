package dev.primacy;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * One firing of a {@link PrimarySchedule}, for the method that asks for it.
 *
 * @param schedule the schedule's name
 * @param group the group whose primary runs it
 * @param scheduled when it was due: what tells one firing from another, on every node the same
 * @param token what to fence its effects with; empty only without a cluster
 * @param late whether it was missed, and is run because of {@link PrimarySchedule#missed}
 * @since 0.1
 */
public record Firing(
    String schedule, String group, Instant scheduled, Optional<FencingToken> token, boolean late) {

  /** Checks the components. */
  public Firing {
    requireNonNull(schedule, "schedule");
    requireNonNull(group, "group");
    requireNonNull(scheduled, "scheduled");
    requireNonNull(token, "token");
  }
}
