package dev.primacy.core.elector;

/** Instants of a monotonic clock, which may wrap around: compared by subtraction only. */
final class Nanos {

  private Nanos() {}

  static long earlier(long one, long other) {
    return one - other < 0 ? one : other;
  }

  static long later(long one, long other) {
    return one - other < 0 ? other : one;
  }
}
