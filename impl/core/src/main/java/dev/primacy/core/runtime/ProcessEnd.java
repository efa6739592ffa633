package dev.primacy.core.runtime;

/**
 * Ends the process, for {@code primacy.on-lost=exit}.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ProcessEnd {

  /**
   * The exit code after a role was lost. Of those that {@code sysexits.h} names it is the one that
   * asks to be started again, and no signal and no usual failure of a JVM has it.
   */
  int LOST = 75;

  /**
   * Halts. Not {@link System#exit}: whoever lost the role must not act any more, and a shutdown
   * hook would, or would wait for something that does.
   */
  ProcessEnd HALT = code -> Runtime.getRuntime().halt(code);

  /**
   * Ends it at once; does not return in production.
   *
   * @param code the exit code
   */
  void end(int code);
}
