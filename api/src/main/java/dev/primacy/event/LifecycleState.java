package dev.primacy.event;

/**
 * Where something is in its life.
 *
 * @since 0.1
 */
public enum LifecycleState {
  /** It exists, and does nothing yet. */
  NEW,
  /** It could begin. */
  READY,
  /** It is at work. */
  ACTIVE,
  /** It is over. */
  TERMINATED,
  /** It failed, or is cut off. */
  ERROR
}
