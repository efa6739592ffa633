package dev.primacy.core.schedule;

import dev.primacy.Firing;
import java.time.Instant;

/**
 * Hears what becomes of firings, on the thread that runs them; it returns soon.
 *
 * @since 0.1
 */
public interface ScheduleListener {

  /**
   * Firings were missed, and the policy is not to run them.
   *
   * @param from the first of them
   * @param until the first one afterwards that is treated otherwise, or the last one if none is
   */
  void passedOver(Instant from, Instant until);

  /**
   * A firing was claimed, but the role ended before its method began: it is never run.
   *
   * @param firing the firing
   */
  void givenUp(Firing firing);

  /**
   * The role ended, or may have, while a firing ran.
   *
   * @param firing the firing
   */
  void outlived(Firing firing);

  /**
   * The method threw.
   *
   * @param firing the firing
   * @param failure what it threw
   */
  void failed(Firing firing, Throwable failure);

  /**
   * The store did not say whether anything was claimed, so nothing was started; it is asked again.
   * Told once, until it answers.
   *
   * @param reason for people
   */
  void unanswered(String reason);

  /**
   * The schedule is settled up to an instant that this node's clock has not reached.
   *
   * @param upTo that instant
   * @param now this node's time
   */
  void ahead(Instant upTo, Instant now);
}
