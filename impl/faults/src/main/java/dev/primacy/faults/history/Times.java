package dev.primacy.faults.history;

/** What holds for readings of one clock, taken one after the other. */
final class Times {
  private Times() {}

  /** Throws unless each is as late as the one before. */
  static void inOrder(long... times) {
    for (int i = 1; i < times.length; i++) {
      if (times[i] - times[i - 1] < 0) {
        throw new IllegalArgumentException(
            "the clock went back: " + times[i - 1] + ", " + times[i]);
      }
    }
  }
}
