package dev.primacy.benchmarks.event;

/**
 * Tells the sending thread that an event was heard. The sender spins: parked, it would have to be
 * woken itself, and its wake-up would be measured too.
 */
final class Ear {
  private volatile long heard;

  void hear(long number) {
    heard = number;
  }

  void await(long number) {
    while (heard != number) {
      Thread.onSpinWait();
    }
  }
}
