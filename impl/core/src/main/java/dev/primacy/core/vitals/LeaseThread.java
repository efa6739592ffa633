package dev.primacy.core.vitals;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How the thread that renews the lease is doing.
 *
 * @param ended whether it does not run any more
 * @param late for how long it should have been back at its next turn; zero or little while all is
 *     well
 * @since 0.1
 */
public record LeaseThread(boolean ended, Duration late) {

  /** Checks the components. */
  public LeaseThread {
    requireNonNull(late, "late");
  }
}
