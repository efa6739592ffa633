package dev.primacy.spi;

import static java.util.Objects.requireNonNull;

/**
 * What became of a write. "No" and "don't know" are different answers.
 *
 * @since 0.1
 */
public sealed interface PutOutcome {

  /**
   * It certainly happened.
   *
   * @param version the record's version from now on; {@link RecordVersion#ABSENT} after a removal
   */
  record Stored(RecordVersion version) implements PutOutcome {
    /** Checks the component. */
    public Stored {
      requireNonNull(version, "version");
    }
  }

  /** It certainly did not happen and never will: the record has another version than expected. */
  record Conflict() implements PutOutcome {}

  /**
   * It certainly did not happen and never will: nothing was sent, or the store refused it.
   *
   * @param cause why, for the log
   */
  record Refused(Throwable cause) implements PutOutcome {
    /** Checks the component. */
    public Refused {
      requireNonNull(cause, "cause");
    }
  }

  /**
   * It may have happened, or may still happen, without a bound on the time.
   *
   * @param cause why nothing is known, for the log
   */
  record Unknown(Throwable cause) implements PutOutcome {
    /** Checks the component. */
    public Unknown {
      requireNonNull(cause, "cause");
    }
  }
}
