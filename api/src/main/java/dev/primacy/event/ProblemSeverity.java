package dev.primacy.event;

/**
 * How bad a reported problem is.
 *
 * @since 0.1
 */
public enum ProblemSeverity {
  /** Something does not work any more. */
  CRITICAL,
  /** Something failed. */
  ERROR,
  /** Worth knowing. */
  INFO
}
