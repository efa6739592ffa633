package dev.primacy;

/**
 * What {@link PrimaryOnly} does with a call on a node that is not the primary.
 *
 * @since 0.1
 */
public enum OnSecondary {
  /**
   * The caller gets {@link NotPrimaryException}, over REST a {@code 503} with a problem document.
   */
  REJECT,

  /**
   * The method is silently not run; for schedules and observers. Only on {@code void} methods and
   * those that return {@link java.util.Optional}, never on a REST method: elsewhere it is a
   * deployment error.
   */
  SKIP
}
