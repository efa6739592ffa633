package dev.primacy.admin;

import dev.primacy.ClusterNode;
import dev.primacy.GroupStanding;
import dev.primacy.NodeId;
import dev.primacy.NodeRole;
import dev.primacy.core.gate.GuardCounts;
import dev.primacy.core.messaging.MessagingStatus;
import dev.primacy.core.vitals.DeliveryFigures;
import dev.primacy.core.vitals.GroupVitals;
import dev.primacy.core.vitals.LeaseThread;
import dev.primacy.core.vitals.StoreContact;
import dev.primacy.core.vitals.StoreListener;
import dev.primacy.core.vitals.Vitals;
import dev.primacy.spi.StoreStatus;
import dev.primacy.watch.FollowOptions;
import dev.primacy.watch.NodeCursor;
import dev.primacy.watch.NodeFollower;
import dev.primacy.watch.NodeHealth;
import dev.primacy.watch.NodeView;
import dev.primacy.watch.NodeWatch;
import dev.primacy.watch.WatchHandle;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Flow;

/** How a node is doing that is always doing the same. */
final class FakeVitals implements Vitals, NodeWatch {
  static final MessagingStatus MESSAGING =
      new MessagingStatus(
          Optional.of("carrier"),
          Optional.empty(),
          new StoreStatus(StoreStatus.State.DEGRADED, "one link is gone"),
          7,
          6,
          5,
          4,
          3,
          2);

  volatile Duration late = Duration.ZERO;

  @Override
  public Phase phase() {
    return Phase.RUNNING;
  }

  @Override
  public Optional<LeaseThread> leaseThread() {
    return Optional.of(new LeaseThread(false, late));
  }

  @Override
  public StoreContact store() {
    return new StoreContact(
        new StoreStatus(StoreStatus.State.HEALTHY, "all is well"),
        Optional.of(Duration.ofMillis(250)),
        Optional.of("store-1:2181"));
  }

  @Override
  public DeliveryFigures delivery() {
    return new DeliveryFigures(8, 3, 2, 1);
  }

  @Override
  public SortedSet<String> groups() {
    return new TreeSet<>(List.of("orders"));
  }

  @Override
  public Optional<GroupVitals> group(String name) {
    return Optional.of(
        new GroupVitals(
            name,
            NodeRole.PRIMARY,
            GroupStanding.MEMBER,
            OptionalLong.of(41),
            Duration.ofSeconds(4),
            Optional.of(FakeGroup.N1.id()),
            Duration.ofMillis(1_500),
            Map.of(),
            new GuardCounts(5, 2, 1, 0, 1)));
  }

  @Override
  public StoreListener.Registration listen(StoreListener listener) {
    throw new AssertionError("nobody listens here");
  }

  @Override
  public List<NodeHealth> health() {
    return List.of(
        new NodeHealth(
            FakeGroup.N1.id(),
            NodeHealth.State.REACHABLE,
            Duration.ofMillis(900),
            Duration.ofSeconds(6)));
  }

  @Override
  public WatchHandle follow(NodeFollower follower, FollowOptions options) {
    throw new AssertionError("nobody follows nodes here");
  }

  @Override
  public void watch(NodeFollower follower, FollowOptions options) {
    throw new AssertionError("nobody watches nodes here");
  }

  @Override
  public NodeCursor cursor(String nodeName) {
    throw new AssertionError("nobody goes along with nodes here");
  }

  @Override
  public NodeCursor cursor(NodeId node) {
    throw new AssertionError("nobody goes along with nodes here");
  }

  @Override
  public Flow.Publisher<ClusterNode> publisher(String nodeName) {
    throw new AssertionError("nobody subscribes here");
  }

  @Override
  public Flow.Publisher<List<ClusterNode>> publisher(NodeView view) {
    throw new AssertionError("nobody subscribes here");
  }
}
