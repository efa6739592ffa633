package dev.primacy;

import java.util.Locale;

/**
 * What this node is in a group.
 *
 * <p>A node whose group is configured but undecided, cut off or expelled is {@link #SECONDARY};
 * {@link GroupStanding} says why.
 *
 * @since 0.1
 */
public enum NodeRole {
  /** Holds the group: {@link PrimaryOnly} admits calls as long as the lease stands. */
  PRIMARY,

  /** Takes part in the group without holding it, or has not heard yet who does. */
  SECONDARY,

  /**
   * Takes part in no group: none is configured ({@link GroupStanding#STANDALONE}), or it was left
   * ({@link GroupStanding#LEFT}).
   */
  NOT_IN_GROUP;

  /**
   * The lower-case form for wires and files.
   *
   * @return for example {@code "not_in_group"}
   */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The form for people.
   *
   * @return {@code "Primary"}, {@code "Secondary"} or {@code "Not in a group"}
   */
  public String displayName() {
    return switch (this) {
      case PRIMARY -> "Primary";
      case SECONDARY -> "Secondary";
      case NOT_IN_GROUP -> "Not in a group";
    };
  }
}
