package dev.primacy.core.record;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * What was started last of one schedule of a group.
 *
 * @param group the group whose primaries write it
 * @param name the schedule's name
 * @param scope of the token under which it was written
 * @param term of the token under which it was written
 * @param upTo firings due at this instant or earlier are never started again
 * @param unknown fields of a newer version
 * @since 0.1
 */
public record ScheduleRecord(
    String group, String name, UUID scope, long term, Instant upTo, UnknownFields unknown) {

  /** Checks the components. */
  public ScheduleRecord {
    requireNonNull(group, "group");
    requireNonNull(name, "name");
    requireNonNull(scope, "scope");
    requireNonNull(upTo, "upTo");
    requireNonNull(unknown, "unknown");
    if (term < 1) {
      throw new IllegalArgumentException("term " + term);
    }
  }
}
