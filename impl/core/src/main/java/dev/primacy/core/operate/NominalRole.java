package dev.primacy.core.operate;

import java.util.Locale;

/**
 * What a node is meant to be in a group whose election is rule-based.
 *
 * @since 0.1
 */
public enum NominalRole {
  /** It leads unless somebody else does. */
  PRIMARY,
  /** It follows, and may take over if it is the failover primary. */
  SECONDARY,
  /** It is nothing unless an operator says so. */
  NONE;

  /**
   * The form of settings and of what nodes publish.
   *
   * @return for example {@code "primary"}
   */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
