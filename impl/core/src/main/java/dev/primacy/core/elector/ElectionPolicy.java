package dev.primacy.core.elector;

import java.util.Locale;

/**
 * Who may become primary of a group, and when.
 *
 * @since 0.1
 */
public enum ElectionPolicy {
  /** Any node, as soon as the rules allow. */
  AUTOMATIC,
  /** Nobody, unless an operator says so. */
  OPERATOR,
  /** By nominal roles. */
  RULE_BASED;

  /**
   * The form of settings.
   *
   * @return for example {@code "rule-based"}
   */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
