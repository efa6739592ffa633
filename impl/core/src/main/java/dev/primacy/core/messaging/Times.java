package dev.primacy.core.messaging;

import static dev.primacy.core.CoreMessages.MESSAGES;

import dev.primacy.core.gate.Clocks;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * When events are said to have happened: times of other kinds of clocks are told from real ones.
 */
final class Times {
  private static final Duration YEAR = Duration.ofDays(365);

  /** Of 2001 to 2286; seconds, nanoseconds and counters have another number of digits. */
  private static final Pattern MILLIS = Pattern.compile("\\d{13}");

  private final Clocks clocks;

  Times(Clocks clocks) {
    this.clocks = clocks;
  }

  Instant read(Object value) {
    if (value instanceof Instant instant) {
      return check(instant);
    }
    String text = value.toString();
    if (MILLIS.matcher(text).matches()) {
      return check(Instant.ofEpochMilli(Long.parseLong(text)));
    }
    try {
      return check(Instant.parse(text));
    } catch (DateTimeException none) {
      throw new IllegalArgumentException(MESSAGES.notATime(Named.shown(value)), none);
    }
  }

  Instant check(Instant occurredAt) {
    Instant now = Instant.ofEpochMilli(clocks.millis());
    if (occurredAt.isBefore(now.minus(YEAR)) || occurredAt.isAfter(now.plus(YEAR))) {
      throw new IllegalArgumentException(
          MESSAGES.timeTooFar(occurredAt.toString(), now.toString()));
    }
    return occurredAt;
  }
}
