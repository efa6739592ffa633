package dev.primacy.core.runtime;

import dev.primacy.ClusterNode;

/** Hears what happens to groups, beside the life cycle of the role. On the lease thread. */
interface Oversight {

  /** Nobody does. */
  Oversight NONE = new Oversight() {};

  /** A new incarnation begins. */
  default void begun() {}

  /** It begins to take part in a group. */
  default void begun(String group) {}

  /** The record of a group has changed, or this node has just opened it. */
  default void seen(GroupCycle cycle) {}

  /** All that happened to a group at once was worked in. */
  default void settled(GroupCycle cycle) {}

  /** The store shows a node. */
  default void nodeSeen(ClusterNode node) {}

  /** Something about the nodes changed. */
  default void nodesChanged() {}
}
