package dev.primacy.core.elector;

/**
 * The end of something on both clocks, always counted from one and the same reading.
 *
 * @param nanos on the monotonic clock
 * @param millis on the wall clock
 */
record Deadline(long nanos, long millis) {

  static Deadline after(ClockReading start, long nanos) {
    return new Deadline(start.nanos() + nanos, start.millis() + Math.floorDiv(nanos, 1_000_000L));
  }

  boolean hasPassed(ClockReading now) {
    return now.nanos() - nanos >= 0 || now.millis() >= millis;
  }

  /** The earlier of both on each clock: whoever needs both to stand needs this one. */
  Deadline earlier(Deadline other) {
    return new Deadline(
        nanos - other.nanos < 0 ? nanos : other.nanos, Math.min(millis, other.millis));
  }
}
