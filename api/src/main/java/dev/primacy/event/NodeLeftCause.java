package dev.primacy.event;

/**
 * How a node went.
 *
 * @since 0.1
 */
public enum NodeLeftCause {
  /** It said so. */
  LEFT,
  /** Its lease was waited out and it was expelled. */
  EXPELLED,
  /** An operator said that it is dead, and its lease was waited out. */
  DECLARED_DEAD,
  /** Its record is gone from the store. */
  REMOVED
}
