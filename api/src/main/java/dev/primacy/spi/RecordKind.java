package dev.primacy.spi;

/**
 * The two kinds of records a store keeps.
 *
 * @since 0.1
 */
public enum RecordKind {
  /** One per incarnation of a node; the name is the incarnation. */
  NODE,
  /** One per group; the name is the group's. */
  GROUP
}
