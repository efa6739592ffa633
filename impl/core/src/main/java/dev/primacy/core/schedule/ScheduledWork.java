package dev.primacy.core.schedule;

import dev.primacy.Firing;
import dev.primacy.core.gate.Admission;

/**
 * What a schedule runs.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ScheduledWork {

  /**
   * Runs for one firing.
   *
   * @param firing the firing
   * @param admission under what it was let in; counted already
   * @throws Exception whatever it likes: it is reported, and the firing is not repeated
   */
  void run(Firing firing, Admission admission) throws Exception;
}
