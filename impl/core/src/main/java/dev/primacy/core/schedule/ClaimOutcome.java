package dev.primacy.core.schedule;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What became of a claim. Only {@link Claimed} allows a firing to be started.
 *
 * @since 0.1
 */
public sealed interface ClaimOutcome {

  /** The store has it under this token: nobody else starts it, and nobody starts it again. */
  record Claimed() implements ClaimOutcome {}

  /**
   * Nothing was claimed: firings up to an instant are settled already.
   *
   * @param upTo that instant
   */
  record Settled(Instant upTo) implements ClaimOutcome {
    /** Checks the component. */
    public Settled {
      requireNonNull(upTo, "upTo");
    }
  }

  /** A later primary has begun, or the token is of a store that was wiped. */
  record Superseded() implements ClaimOutcome {}

  /**
   * Nothing is known, and so nothing may be started: ask again.
   *
   * @param reason for people
   */
  record Unanswered(String reason) implements ClaimOutcome {
    /** Checks the component. */
    public Unanswered {
      requireNonNull(reason, "reason");
    }
  }
}
