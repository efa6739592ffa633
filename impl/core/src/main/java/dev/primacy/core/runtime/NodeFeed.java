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
import dev.primacy.spi.StoredRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final NodeFanOut watches;
  private final Lane lane;
  private final Deliveries deliveries;
  private final Supplier<NodeId> self;
  private final Clocks clocks;
  private final RecordFeed records;
  private final AtomicBoolean queued = new AtomicBoolean();

  // the lease thread's
  private final Set<UUID> unconfirmed = new HashSet<>();
  private final Set<UUID> declaredDead = new HashSet<>();
  private boolean listed;
  private boolean initialDue;

  // the lane's
  private long joined;
  private long updated;
  private long left;
  private long settled;

  NodeFeed(
      ClusterView view,
      RecordFeed records,
      Lane lane,
      Deliveries deliveries,
      Supplier<NodeId> self,
      Clocks clocks) {
    this.view = view;
    this.watches = new NodeFanOut(view);
    this.records = records;
    this.lane = lane;
    this.deliveries = deliveries;
    this.self = self;
    this.clocks = clocks;
  }

  /** Those who watch the nodes beside the observers. */
  NodeFanOut watches() {
    return watches;
  }

  // ---- on the lease thread

  void seen(ClusterNode node, Map<String, String> internal) {
    unconfirmed.remove(node.id().incarnation());
    ClusterNode before = view.put(node, internal);
    changes.seen(before, node);
    watches.seen(before, node);
  }

  /** Before what it leads to; or because it cannot be read. */
  void recordSeen(StoredRecord record, Optional<String> unreadable) {
    records.seen(record, unreadable.isEmpty(), changes.size());
  }

  void gone(UUID incarnation, NodeLeftCause cause) {
    unconfirmed.remove(incarnation);
    records.gone(incarnation);
    ClusterNode before = view.remove(incarnation);
    if (before != null) {
      boolean said = cause == NodeLeftCause.EXPELLED && declaredDead.contains(incarnation);
      changes.gone(before, said ? NodeLeftCause.DECLARED_DEAD : cause);
      watches.gone(before, cause);
    }
  }

  /** An operator says so; their leases are waited out all the same. */
  void declaredDead(Collection<UUID> incarnations) {
    declaredDead.addAll(incarnations);
  }

  /** They are gone, or alive. */
  void declaredOver(Collection<UUID> incarnations) {
    declaredDead.removeAll(incarnations);
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
    if (listed) {
      watches.listed();
    }
    watches.endOfBatch();
    boolean due = initialDue || !changes.isEmpty() || records.hasUnreadable();
    if (due && listed && !records.isOver() && queued.compareAndSet(false, true)) {
      initialDue = false;
      lane.add(this::tell);
    }
  }

  /** How many tasks of delivery wait. */
  int waiting() {
    return lane.waiting();
  }

  /** Nothing more is told of nodes; what comes then is done on the lane. */
  void stop(Runnable then) {
    lane.add(() -> records.stop(then));
  }

  // ---- on the lane

  private void tell() {
    queued.set(false);
    var batch = changes.take();
    int told = 0;
    for (NodeChange change : batch) {
      records.tellUnreadable(told++);
      tell(change);
    }
    records.tellUnreadable(Integer.MAX_VALUE);
    if (!records.isOver() && (settled == 0 || !batch.isEmpty())) {
      settle(batch);
    }
  }

  private void tell(NodeChange change) {
    ClusterNode after = change.after();
    if (records.isOver()) {
      return;
    }
    if (after != null) {
      records.tell(after.id().incarnation());
    }
    deliveries.deliver(lane, event(change));
  }

  /** The list of all nodes costs as much as there are: it is made only if somebody hears of it. */
  private void settle(List<NodeChange> batch) {
    settled++;
    if (deliveries.hears(NodesSettled.class)) {
      deliveries.deliver(lane, settled(batch, settled == 1));
    }
  }

  private NodesSettled settled(List<NodeChange> batch, boolean initial) {
    int came = 0;
    int went = 0;
    for (NodeChange change : batch) {
      came += change.before() == null ? 1 : 0;
      went += change.after() == null ? 1 : 0;
    }
    int changed = batch.size() - came - went;
    return new NodesSettled(self.get(), settled, initial, came, changed, went, view.nodes(), now());
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
