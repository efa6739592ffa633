package dev.primacy.core.monitor;

import dev.primacy.core.record.GroupRecord;

/**
 * What the store showed of a group.
 *
 * @since 0.1
 */
public sealed interface GroupSighting {

  /**
   * There it is.
   *
   * @param record what it says
   */
  record Present(GroupRecord record) implements GroupSighting {}

  /**
   * There it is, and nobody here understands it.
   *
   * @param why what is wrong with it
   */
  record Unreadable(String why) implements GroupSighting {}

  /** There is no such record. */
  record Absent() implements GroupSighting {}
}
