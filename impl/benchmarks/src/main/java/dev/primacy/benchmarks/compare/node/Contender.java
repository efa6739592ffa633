package dev.primacy.benchmarks.compare.node;

/** One candidate for leadership, built on some library. */
interface Contender {

  /** Contends from now on; does not wait for the outcome. */
  void start() throws Exception;

  /** What an application would ask before it does what only the leader may do. */
  boolean leads();

  /**
   * Runs an operation if it is let in. Where the library does not count what it let in, only the
   * application knows of it.
   *
   * @return whether it ran
   */
  default boolean run(Runnable operation) {
    boolean in = leads();
    if (in) {
      operation.run();
    }
    return in;
  }

  /** Whether it leads or knows who does: one that does not know yet is no successor in waiting. */
  boolean isSettled();

  /** Gives up and leaves, as an application does that is told to stop. */
  void stop() throws Exception;
}
