package dev.primacy.benchmarks.compare.node;

/** One candidate for leadership, built on some library. */
interface Contender {

  /** Contends from now on; does not wait for the outcome. */
  void start() throws Exception;

  /** What an application would ask before it does what only the leader may do. */
  boolean leads();

  /** Whether it leads or knows who does: one that does not know yet is no successor in waiting. */
  boolean isSettled();

  /** Gives up and leaves, as an application does that is told to stop. */
  void stop() throws Exception;
}
