package dev.primacy.admin;

import java.time.DateTimeException;
import java.time.Instant;

/** From when on events are asked for. */
final class Since {
  private Since() {}

  /** A time as ISO 8601 or as milliseconds of the epoch; whatever else it is, the beginning. */
  static Instant of(String text) {
    try {
      return text.matches("-?\\d{1,15}")
          ? Instant.ofEpochMilli(Long.parseLong(text))
          : Instant.parse(text);
    } catch (DateTimeException unreadable) {
      return Instant.EPOCH;
    }
  }
}
