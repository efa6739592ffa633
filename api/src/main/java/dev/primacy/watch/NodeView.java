package dev.primacy.watch;

import dev.primacy.ClusterNode;

/**
 * Which nodes, and which of their changes, somebody cares about. A bean that implements it is the
 * view that {@link dev.primacy.event.View} names; a {@link NodeFollower} has one of its own.
 *
 * <p>Both methods are asked on one thread at a time, and should answer from what they are given
 * alone: they are not asked again when something else changes.
 *
 * @since 0.1
 */
public interface NodeView {

  /**
   * Whether a node is in this view.
   *
   * @param node as it is now
   * @return true for every node unless overridden
   * @throws Exception ends the watch: {@link WatchPhase#FILTER}
   */
  default boolean filter(ClusterNode node) throws Exception {
    return true;
  }

  /**
   * Whether two states of one node are the same as far as this view is concerned.
   *
   * @param known as it was reported last, or seen last: {@link FollowOptions#baseline}
   * @param now as it is now
   * @return true if nothing has changed that matters, and nothing is to be reported; equality of
   *     all that a node says of itself unless overridden
   * @throws Exception ends the watch: {@link WatchPhase#SAME}
   */
  default boolean same(ClusterNode known, ClusterNode now) throws Exception {
    return known.equals(now);
  }
}
