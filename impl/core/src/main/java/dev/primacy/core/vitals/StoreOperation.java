package dev.primacy.core.vitals;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What the election asked of the store, and what came of it.
 *
 * @param kind what was asked
 * @param outcome what came of it
 * @param time how long it took
 * @since 0.1
 */
public record StoreOperation(Kind kind, Outcome outcome, Duration time) {

  /** Checks the components. */
  public StoreOperation {
    requireNonNull(kind, "kind");
    requireNonNull(outcome, "outcome");
    requireNonNull(time, "time");
  }

  /** What was asked. */
  public enum Kind {
    /** A write of this node's own record. */
    RENEW,
    /** A write of another record. */
    WRITE,
    /** A read of one record. */
    READ,
    /** A read of all records. */
    LIST,
    /** The removal of a record. */
    REMOVE
  }

  /** What came of it. */
  public enum Outcome {
    /** It was done. */
    DONE,
    /** The record had another version. */
    CONFLICT,
    /** Certainly nothing was done. */
    REFUSED,
    /** It may have been done, or may be yet. */
    UNKNOWN,
    /** There was no answer. */
    FAILED
  }
}
