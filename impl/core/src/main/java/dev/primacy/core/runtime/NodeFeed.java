package dev.primacy.core.runtime;

import static java.util.Objects.requireNonNull;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import dev.primacy.core.dispatch.Lane;
import dev.primacy.core.gate.Clocks;
import dev.primacy.core.view.ClusterView;
import dev.primacy.core.view.NodeChange;
import dev.primacy.core.view.NodeChanges;
import dev.primacy.event.NodeEvent;
import dev.primacy.event.NodeJoined;
import dev.primacy.event.NodeLeft;
import dev.primacy.event.NodeLeftCause;
import dev.primacy.event.NodeUpdated;
import dev.primacy.event.NodesSettled;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Turns what the elector sees of nodes into events. The lease thread notes changes, the lane takes
 * all that came together; so a slow observer gets fewer and later events, never more than nodes.
 */
final class NodeFeed {
  private final ClusterView view;
  private final NodeChanges changes = new NodeChanges();
  private final Lane lane;
  private final Deliveries deliveries;
  private final Supplier<NodeId> self;
  private final Clocks clocks;
  private final AtomicBoolean queued = new AtomicBoolean();

  // the lease thread's
  private final Set<UUID> unconfirmed = new HashSet<>();
  private boolean listed;
  private boolean initialDue;

  // the lane's
  private long joined;
  private long updated;
  private long left;
  private long settled;

  NodeFeed(
      ClusterView view, Lane lane, Deliveries deliveries, Supplier<NodeId> self, Clocks clocks) {
    this.view = view;
    this.lane = lane;
    this.deliveries = deliveries;
    this.self = self;
    this.clocks = clocks;
  }

  // ---- on the lease thread

  void seen(ClusterNode node) {
    unconfirmed.remove(node.id().incarnation());
    changes.seen(view.put(node), node);
  }

  void gone(UUID incarnation, NodeLeftCause cause) {
    unconfirmed.remove(incarnation);
    ClusterNode before = view.remove(incarnation);
    if (before != null) {
      changes.gone(before, cause);
    }
  }

  /** A new incarnation looks with new eyes: what it does not see any more is gone. */
  void reborn(UUID dead) {
    gone(dead, NodeLeftCause.EXPELLED);
    unconfirmed.clear();
    unconfirmed.addAll(view.incarnations());
  }

  void listed() {
    for (UUID vanished : Set.copyOf(unconfirmed)) {
      gone(vanished, NodeLeftCause.REMOVED);
    }
    initialDue |= !listed;
    listed = true;
  }

  /** Nothing is told before the first list is complete. */
  void endOfBatch() {
    boolean due = listed && (initialDue || !changes.isEmpty());
    if (due && queued.compareAndSet(false, true)) {
      initialDue = false;
      lane.add(this::tell);
    }
  }

  // ---- on the lane

  private void tell() {
    queued.set(false);
    var batch = changes.take();
    batch.forEach(change -> deliveries.deliver(lane, event(change)));
    if (settled == 0 || !batch.isEmpty()) {
      boolean initial = settled == 0;
      deliveries.deliver(
          lane, new NodesSettled(self.get(), ++settled, initial, view.nodes(), now()));
    }
  }

  private NodeEvent event(NodeChange change) {
    ClusterNode before = change.before();
    ClusterNode after = change.after();
    if (after == null) {
      return new NodeLeft(self.get(), ++left, requireNonNull(before), change.cause(), now());
    }
    return before == null
        ? new NodeJoined(self.get(), ++joined, after, now())
        : new NodeUpdated(self.get(), ++updated, before, after, now());
  }

  private Instant now() {
    return Instant.ofEpochMilli(clocks.millis());
  }
}
