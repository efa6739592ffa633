package dev.primacy.admin;

import java.util.List;

/**
 * A group as this node sees it, over JMX: {@code dev.primacy:type=Group,application=…,name=…}.
 * Operations need {@code primacy.admin.enabled}, take command of this node as those over HTTP do,
 * wait as long, and are meant for whatever version the group has.
 *
 * @since 0.1
 */
public interface GroupMXBean {

  /**
   * The role of this node at this instant.
   *
   * @return {@code primary}, {@code secondary} or {@code not_in_group}
   */
  String getRole();

  /**
   * Why the role is that.
   *
   * @return for example {@code member}
   */
  String getStanding();

  /**
   * The term of the holder.
   *
   * @return 0 if there is none
   */
  long getTerm();

  /**
   * The primary's name.
   *
   * @return empty if there is none or it is not known
   */
  String getPrimary();

  /**
   * Whether nobody may take the group.
   *
   * @return true if it is frozen
   */
  boolean isFrozen();

  /**
   * Whether the primary refuses writes.
   *
   * @return true for either cause
   */
  boolean isReadOnly();

  /**
   * The names of the live nodes that take part.
   *
   * @return in ascending order
   */
  List<String> getNodes();

  /**
   * The version of the group's record.
   *
   * @return empty while this node has not seen it
   */
  String getVersion();

  /**
   * What is wrong right now on this node, in this group or others.
   *
   * @return a line each, in the order in which it was raised
   */
  List<String> getAlarms();

  /** Has this node hand the group to whoever takes it. */
  void stepDown();

  /**
   * Has the primary hand the group to a node.
   *
   * @param node its name
   */
  void switchover(String node);

  /**
   * Keeps the group from being taken, or lets it be taken again.
   *
   * @param frozen whether it is to be kept
   */
  void freeze(boolean frozen);

  /**
   * Has the primary refuse writes, or not because of an operator any more.
   *
   * @param readOnly whether it is to refuse them
   */
  void readOnly(boolean readOnly);
}
