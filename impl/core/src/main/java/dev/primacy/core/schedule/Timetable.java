package dev.primacy.core.schedule;

import java.time.Instant;
import java.util.Optional;

/**
 * When a schedule is due: instants that are the same on every node, whole milliseconds. Safe on any
 * thread.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Timetable {

  /**
   * The next instant.
   *
   * @param after any instant
   * @return the first one strictly after it; empty if there is none any more
   */
  Optional<Instant> next(Instant after);
}
