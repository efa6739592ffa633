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

  /**
   * How long the lease lasts.
   *
   * @return milliseconds; 0 unless this node is primary
   */
  long getLeaseRemainingMillis();

  /**
   * For how long altogether this node knew no primary.
   *
   * @return milliseconds since the group was joined
   */
  long getUnavailableMillis();

  /**
   * Guarded calls that were let in.
   *
   * @return their number since the group was joined
   */
  long getCallsAllowed();

  /**
   * Guarded calls that were refused, those sent elsewhere included.
   *
   * @return their number since the group was joined
   */
  long getCallsRefused();

  /**
   * Guarded calls among those let in during which the role may have ended.
   *
   * @return their number since the group was joined
   */
  long getCallsLost();

  /**
   * The state of the store, of this node and all its groups, as all that follows.
   *
   * @return for example {@code healthy}
   */
  String getStoreState();

  /**
   * Where the store is reached now.
   *
   * @return empty if there is only one endpoint, or none is reached yet
   */
  String getStoreEndpoint();

  /**
   * The observers that run for too long now.
   *
   * @return how many
   */
  int getStalledObservers();

  /**
   * How often an observer ran for too long.
   *
   * @return counted from the start
   */
  long getObserverStalls();

  /**
   * The messenger that carries events between nodes, and its state.
   *
   * @return for example {@code jgroups: healthy}; empty if there is none
   */
  String getMessenger();

  /**
   * How this node sees the live nodes.
   *
   * @return for example {@code n1: reachable}, in ascending order
   */
  List<String> getNodeHealth();

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
