package dev.primacy.benchmarks.nodes;

import dev.primacy.ClusterNode;
import dev.primacy.core.view.CallPermit;
import dev.primacy.core.view.ClusterView;
import dev.primacy.core.view.FollowerView;
import dev.primacy.core.view.LatestStates;
import dev.primacy.core.view.NodeChange;
import dev.primacy.event.NodeLeftCause;
import dev.primacy.watch.FollowOptions.Baseline;
import dev.primacy.watch.NodeFollower;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The nodes of a cluster and one follower of them: what a change passes between the elector and the
 * follower's code. One thread changes nodes, one tells the follower, which may be the same.
 */
final class Followed {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final FollowerView follower;

  // the changing thread's
  private final ClusterView nodes = new ClusterView();
  private List<NodeChange> fresh = new ArrayList<>();

  // guarded by the lock
  private final LatestStates waiting = new LatestStates();
  private int mostWaiting;

  Followed(NodeFollower told) {
    follower = new FollowerView("benchmark", told, Baseline.LAST_REPORTED, CallPermit.ALWAYS);
  }

  // ---- by whoever changes nodes

  /** Before anything is told. */
  void there(ClusterNode node) {
    nodes.put(node, Map.of());
  }

  /** All that are there wait to be told. */
  void open() {
    lock.lock();
    try {
      nodes.nodes().forEach(node -> waiting.seen(node, true));
      news.signal();
    } finally {
      lock.unlock();
    }
  }

  /** As the elector tells it. */
  void seen(ClusterNode node) {
    ClusterNode before = nodes.put(node, Map.of());
    ClusterNode kept = nodes.find(node.id().incarnation()).orElse(node);
    if (!node.equals(before)) {
      fresh.add(new NodeChange(before, kept, NodeLeftCause.LEFT));
    }
  }

  /** All that came together. */
  void endOfBatch() {
    List<NodeChange> batch = fresh;
    fresh = new ArrayList<>();
    lock.lock();
    try {
      waiting.add(batch, any -> true);
      mostWaiting = Math.max(mostWaiting, waiting.size());
      news.signal();
    } finally {
      lock.unlock();
    }
  }

  /** The most nodes that ever waited. */
  int mostWaiting() {
    lock.lock();
    try {
      return mostWaiting;
    } finally {
      lock.unlock();
    }
  }

  // ---- by whoever tells the follower

  /** Tells all that waits as one batch, and waits until something does. */
  void tell() throws InterruptedException {
    if (!follower.tell(take())) {
      throw new IllegalStateException("the follower was told a part only");
    }
  }

  private List<ClusterNode> take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (waiting.isEmpty()) {
        news.await();
      }
      return waiting.take();
    } finally {
      lock.unlock();
    }
  }
}
