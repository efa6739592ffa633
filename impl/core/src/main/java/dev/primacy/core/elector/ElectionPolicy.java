package dev.primacy.core.elector;

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
  RULE_BASED
}
