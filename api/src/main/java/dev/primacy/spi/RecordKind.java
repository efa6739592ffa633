package dev.primacy.spi;

/**
 * The kinds of records a store keeps.
 *
 * @since 0.1
 */
public enum RecordKind {
  /** One per incarnation of a node; the name is the incarnation. */
  NODE,
  /** One per group; the name is the group's. */
  GROUP,
  /**
   * One per schedule of a group: what of it was started last. Read and written one by one, by the
   * group's primary; neither listed nor hinted at, since nobody else has to know.
   */
  SCHEDULE
}
