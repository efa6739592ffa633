package dev.primacy.core.record;

/**
 * How a group's record stands.
 *
 * @since 0.1
 */
public enum GroupState {
  /** It may have a holder. */
  OPEN,
  /** It was given up for good and stays in the store, so that no delayed write revives it. */
  DROPPED
}
