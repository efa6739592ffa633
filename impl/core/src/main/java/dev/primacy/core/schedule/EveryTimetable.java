package dev.primacy.core.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Multiples of a period since the beginning of 1970: without a common origin, each node would have
 * instants of its own.
 *
 * @param period at least a millisecond
 * @since 0.1
 */
public record EveryTimetable(Duration period) implements Timetable {

  /** Checks the component. */
  public EveryTimetable {
    if (period.toMillis() < 1) {
      throw new IllegalArgumentException("a period of " + period);
    }
  }

  @Override
  public Optional<Instant> next(Instant after) {
    long millis = period.toMillis();
    long passed = Math.floorDiv(after.toEpochMilli(), millis);
    return Optional.of(Instant.ofEpochMilli(Math.multiplyExact(passed + 1, millis)));
  }
}
