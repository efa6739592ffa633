package dev.primacy;

/**
 * Why a node's role in a group is what it is.
 *
 * <p>Only {@link #STANDALONE} lets a node that is not the primary pass {@link PrimaryOnly}.
 *
 * @since 0.1
 */
public enum GroupStanding {
  /** No group and no engine are configured: one server, no cluster, everything works. */
  STANDALONE,

  /** The group is configured or was joined, and the first verdict about it has not arrived yet. */
  JOINING,

  /** The node takes part and knows the state of the group. */
  MEMBER,

  /** The node follows the group through another node, as a secondary only. */
  RELAY,

  /**
   * The node takes part but is cut off from the store, expelled, or refused because of its
   * settings.
   */
  SUSPENDED,

  /**
   * The node takes no part in the group: it has left, or has not joined a group that is joined at
   * run time.
   */
  LEFT
}
