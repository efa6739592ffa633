package dev.primacy.watch;

import dev.primacy.ClusterNode;

/**
 * Hears what becomes of the nodes in its view, batch by batch, one call at a time.
 *
 * <p>In each batch come the nodes that are new or have changed, in ascending order of their {@link
 * dev.primacy.NodeId}, then those that are gone, in the same order, then {@link #batchDone}. A node
 * that passes the filter no more is gone from the view; one that comes back, or passes again, is
 * new. A slow follower gets fewer batches: states in between may be skipped, the last one never,
 * and what waits never takes more room than the nodes. A batch follows every change of the cluster,
 * also one that changed nothing in this view.
 *
 * <p>A call that throws is the last one: the watch ends with a {@link WatchFailedException} that
 * says where, or starts anew with an empty view if {@link FollowOptions#restart} says so.
 *
 * @since 0.1
 */
public interface NodeFollower extends NodeView {

  /**
   * A node is in the view that was not.
   *
   * @param node as it is
   * @throws Exception ends the watch: {@link WatchPhase#APPEARED}
   */
  default void appeared(ClusterNode node) throws Exception {}

  /**
   * A node of the view is not the {@link #same} any more.
   *
   * @param previous the state that {@link #same} compared with
   * @param now as it is
   * @throws Exception ends the watch: {@link WatchPhase#UPDATED}
   */
  default void updated(ClusterNode previous, ClusterNode now) throws Exception {}

  /**
   * A node is not in the view any more: it is gone, or does not pass the filter.
   *
   * @param last the state of it that was in the view last
   * @throws Exception ends the watch: {@link WatchPhase#REMOVED}
   */
  default void removed(ClusterNode last) throws Exception {}

  /**
   * All changes that came together have been told; now is the time to rebuild what depends on them.
   * Called for the first time, with {@link NodeBatch#isInitial}, when all nodes there were have
   * been told, also if there are none.
   *
   * @param batch what the batch came to
   * @throws Exception ends the watch: {@link WatchPhase#BATCH_DONE}
   */
  default void batchDone(NodeBatch batch) throws Exception {}

  /**
   * Puts a follower together of functions.
   *
   * @return a builder whose follower has every node in its view and does nothing
   */
  static NodeFollowerBuilder builder() {
    return new NodeFollowerBuilder();
  }
}
