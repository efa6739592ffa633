package dev.primacy.core.monitor;

import dev.primacy.event.GroupAltered.Alteration;

/**
 * What became of a group between two looks at it.
 *
 * @since 0.1
 */
public sealed interface GroupChange {

  /**
   * It is another than it was.
   *
   * @param alteration in which way
   * @param detail what changed to what, in one sentence for people
   */
  record Altered(Alteration alteration, String detail) implements GroupChange {}

  /** It is gone. */
  record Dropped() implements GroupChange {}
}
