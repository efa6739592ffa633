package dev.primacy.core.runtime;

import static java.util.Objects.requireNonNull;

import dev.primacy.core.gate.Clocks;
import dev.primacy.core.gate.SystemClocks;
import java.util.concurrent.ThreadFactory;

/**
 * What a runtime takes from the process it runs in.
 *
 * @param threads makes threads with the application's context; they are named and made daemons by
 *     the runtime
 * @param clocks all time
 * @param end ends the process if it is configured so
 * @param execution how threads are run and waited for, and chance
 * @since 0.1
 */
public record ProcessParts(
    ThreadFactory threads, Clocks clocks, ProcessEnd end, Execution execution) {

  /** This process itself. */
  public static final ProcessParts OWN =
      new ProcessParts(Thread::new, SystemClocks.INSTANCE, ProcessEnd.HALT, Execution.SYSTEM);

  /** Checks the components. */
  public ProcessParts {
    requireNonNull(threads, "threads");
    requireNonNull(clocks, "clocks");
    requireNonNull(end, "end");
    requireNonNull(execution, "execution");
  }
}
