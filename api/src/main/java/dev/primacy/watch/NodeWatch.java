package dev.primacy.watch;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import java.util.List;
import java.util.concurrent.Flow;

/**
 * Watches the nodes of the cluster, this one included; inject it. It may be asked before Primacy is
 * started, and then waits for it. Each watch has a view and a thread of its own: none delays
 * another, nor roles and their guards.
 *
 * <p>Connections that are lost and found again are not seen here but by what has changed meanwhile.
 * Standalone there is one node, this one; with {@code primacy.enabled=false} there is none.
 *
 * @since 0.1
 */
public interface NodeWatch {

  /**
   * Tells a follower what becomes of the nodes, beginning with those that are there.
   *
   * @param follower called on a thread of its own, one call at a time
   * @return ends it when closed; it ends with the application otherwise
   */
  default WatchHandle follow(NodeFollower follower) {
    return follow(follower, FollowOptions.DEFAULT);
  }

  /**
   * Tells a follower what becomes of the nodes, beginning with those that are there.
   *
   * @param follower called on a thread of its own, one call at a time
   * @param options how
   * @return ends it when closed; it ends with the application otherwise
   */
  WatchHandle follow(NodeFollower follower, FollowOptions options);

  /**
   * Does the same on the calling thread, until the watch ends; it never ends well.
   *
   * @param follower called on this thread
   * @param options how
   * @throws WatchFailedException when the watch ends
   * @throws InterruptedException if this thread was interrupted; the follower is called no more
   */
  void watch(NodeFollower follower, FollowOptions options) throws InterruptedException;

  /**
   * Goes along with the nodes of one name, one after the other as it restarts; it need not exist
   * yet.
   *
   * @param nodeName the name, {@code primacy.node.name} there
   * @return before its first state
   */
  NodeCursor cursor(String nodeName);

  /**
   * Goes along with one node; it need not exist yet.
   *
   * @param node the node
   * @return before its first state
   */
  NodeCursor cursor(NodeId node);

  /**
   * Publishes what a cursor of the same name would show, one cursor per subscriber: a subscriber
   * that asks for less than there is gets the latest state of each node.
   *
   * @param nodeName the name, {@code primacy.node.name} there
   * @return calls {@code onError} with a {@link WatchFailedException} when the watch ends, and
   *     never {@code onComplete}
   */
  Flow.Publisher<ClusterNode> publisher(String nodeName);

  /**
   * Publishes the nodes of a view after each batch that changed it, the first one included, in
   * ascending order: a subscriber that asks for less than there is gets the latest list.
   *
   * @param view which nodes and changes
   * @return calls {@code onError} with a {@link WatchFailedException} when the watch ends, and
   *     never {@code onComplete}
   */
  Flow.Publisher<List<ClusterNode>> publisher(NodeView view);

  /**
   * How this node sees the others, and itself: by its own clock and its own reading of the store.
   *
   * @return one entry per live node, in ascending order of their {@link NodeId}; immutable
   */
  List<NodeHealth> health();
}
