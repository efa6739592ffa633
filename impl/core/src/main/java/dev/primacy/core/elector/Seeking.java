package dev.primacy.core.elector;

/**
 * When a node takes a group that is to be had.
 *
 * @since 0.1
 */
public enum Seeking {
  /** Not even if it is named as the candidate. */
  NEVER,
  /** If it is named as the candidate. */
  WHEN_NAMED,
  /** As soon as the rules allow. */
  WHEN_FREE,
  /** As soon as the rules allow, and read-only until somebody says otherwise. */
  WHEN_FREE_READ_ONLY;

  /**
   * What a node does about a group before it was told anything else.
   *
   * @param policy the group's
   * @return whether it takes the group by itself
   */
  public static Seeking of(ElectionPolicy policy) {
    return policy == ElectionPolicy.AUTOMATIC ? WHEN_FREE : WHEN_NAMED;
  }

  /** Whether it takes the group. */
  boolean wants(boolean named) {
    return named ? this != NEVER : this == WHEN_FREE || this == WHEN_FREE_READ_ONLY;
  }
}
