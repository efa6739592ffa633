package dev.primacy.core.record;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.UUID;

/**
 * Who goes first when a group was released in favour of somebody.
 *
 * @param incarnation the node that may take it at once
 * @param head how long the others wait, from the moment they first see it
 * @since 0.1
 */
public record Candidate(UUID incarnation, Duration head) {

  /** Checks the components. */
  public Candidate {
    requireNonNull(incarnation, "incarnation");
    if (head.isNegative() || head.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException("head " + head + " is not between 0 and a day");
    }
  }
}
