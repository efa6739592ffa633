package dev.primacy.core.runtime;

import static java.util.Objects.requireNonNull;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import dev.primacy.watch.FollowOptions;
import dev.primacy.watch.NodeCursor;
import dev.primacy.watch.NodeFollower;
import dev.primacy.watch.NodeHealth;
import dev.primacy.watch.NodeView;
import dev.primacy.watch.NodeWatch;
import dev.primacy.watch.WatchHandle;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Supplier;

/** The watches of one runtime. */
final class NodeWatches implements NodeWatch {
  private final WatchTools tools;
  private final OpenWatches open;

  NodeWatches(WatchTools tools) {
    this.tools = tools;
    this.open = new OpenWatches(tools);
  }

  /** Ends all watches, and those to come; waits for nobody. */
  void end() {
    open.end();
  }

  /** Waits for calls under way. */
  void awaitEnd(Duration patience) throws InterruptedException {
    open.awaitEnd(patience);
  }

  @Override
  public WatchHandle follow(NodeFollower follower, FollowOptions options) {
    FollowerLoop loop = loop(follower, options);
    FollowHandle handle = new FollowHandle(loop);
    try {
      open.start(options.name(), handle);
      return handle;
    } catch (RuntimeException | Error noThread) {
      loop.over();
      throw noThread;
    }
  }

  @Override
  public void watch(NodeFollower follower, FollowOptions options) throws InterruptedException {
    throw loop(follower, options).run();
  }

  private FollowerLoop loop(NodeFollower follower, FollowOptions options) {
    requireNonNull(follower, "follower");
    requireNonNull(options, "options");
    return new FollowerLoop(follower, options, open, tools);
  }

  @Override
  public NodeCursor cursor(String nodeName) {
    requireNonNull(nodeName, "nodeName");
    return new StateCursor(
        "cursor of node '" + nodeName + "'", node -> node.id().name().equals(nodeName), open);
  }

  @Override
  public NodeCursor cursor(NodeId node) {
    requireNonNull(node, "node");
    return new StateCursor("cursor of node " + node, state -> state.id().equals(node), open);
  }

  @Override
  public Flow.Publisher<ClusterNode> publisher(String nodeName) {
    requireNonNull(nodeName, "nodeName");
    String name = "publisher of node '" + nodeName + "'";
    return publisher(
        name,
        () -> new StateSupply(Mailbox.onRequest(name, node -> node.id().name().equals(nodeName))));
  }

  @Override
  public Flow.Publisher<List<ClusterNode>> publisher(NodeView view) {
    requireNonNull(view, "view");
    String name = "publisher of view " + view.getClass().getName();
    return publisher(name, () -> new ListSupply(view, Mailbox.onRequest(name, node -> true)));
  }

  private <T> Flow.Publisher<T> publisher(String name, Supplier<NodeSupply<T>> supplies) {
    return subscriber -> {
      requireNonNull(subscriber, "subscriber");
      open.start(name, new NodeSubscription<>(supplies.get(), subscriber, open, tools.scribe()));
    };
  }

  @Override
  public List<NodeHealth> health() {
    return tools.source().health();
  }
}
