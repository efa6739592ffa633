package dev.primacy.engine.tck;

/** Waits that an interrupt does not end, as nothing ends the pause of a process but itself. */
final class Uninterrupted {

  /** Something that waits. */
  @FunctionalInterface
  interface Wait {
    void run() throws InterruptedException;
  }

  private Uninterrupted() {}

  /**
   * Waits, from the start again if interrupted. The interrupt is kept for whoever comes after the
   * call that was paused: it is the thread's, not the call's.
   */
  static void run(Wait wait) {
    try {
      wait.run();
    } catch (InterruptedException later) {
      run(wait);
      Thread.currentThread().interrupt();
    }
  }
}
