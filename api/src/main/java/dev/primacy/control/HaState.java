package dev.primacy.control;

import java.util.Locale;
import java.util.Optional;

/**
 * What a node is in a group, in the words and numbers of a high-availability framework that tells
 * each node what to be.
 *
 * @since 0.1
 */
public enum HaState {
  /** Neither: it was told to be nothing, lost its primary, or has not been told yet. */
  NONE(1),
  /** It follows a primary. */
  SECONDARY(2),
  /** It holds the group. */
  PRIMARY(3),
  /** It follows a primary, and other nodes follow the group through it. */
  RELAY(4);

  private final int code;

  HaState(int code) {
    this.code = code;
  }

  /**
   * The stable number.
   *
   * @return 1 to 4
   */
  public int code() {
    return code;
  }

  /**
   * The lower-case form for wires and files.
   *
   * @return for example {@code "primary"}
   */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a name in any case. Also understands {@code leader} and {@code master} for primary, and
   * {@code follower} and {@code slave} for secondary.
   *
   * @param name the name
   * @return empty if it is none
   */
  public static Optional<HaState> named(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "none" -> Optional.of(NONE);
      case "secondary", "follower", "slave" -> Optional.of(SECONDARY);
      case "primary", "leader", "master" -> Optional.of(PRIMARY);
      case "relay" -> Optional.of(RELAY);
      default -> Optional.empty();
    };
  }
}
