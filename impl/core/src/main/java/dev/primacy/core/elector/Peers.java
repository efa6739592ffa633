package dev.primacy.core.elector;

import dev.primacy.ClusterNode;
import dev.primacy.core.record.NodeRecord;
import dev.primacy.core.record.NodeState;
import dev.primacy.core.record.RecordCodec;
import dev.primacy.core.record.RecordFormatException;
import dev.primacy.event.NodeLeftCause;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.StoredRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The other nodes: watched, expelled when their lease is waited out, announced (R2, R6, R7). */
final class Peers {

  /** Between the nodes that would expel the same one; it adds to every failover. */
  private static final long STAGGER = 2_000_000;

  private static final int STAGGERED = 5;
  private static final int REMOVALS_AT_ONCE = 8;

  private final NodeSettings node;
  private final ElectionRules rules;
  private final Exchange exchange;
  private final Predicate<UUID> holds;
  private final Map<UUID, Peer> peers = new HashMap<>();
  private final PeerComplaints complaints;

  /** No expiry is earlier than this; moved up when it is reached. */
  private long expiryFloor;

  private boolean expiryKnown;
  private LeaseBounds bounds;
  private long changes;
  private @Nullable ClusterNode selfAnnounced;
  private Map<String, String> selfInternal = Map.of();

  /**
   * @param bounds what former incarnations saw
   * @param holds whether an incarnation holds a group this node takes part in
   */
  Peers(
      NodeSettings node,
      ElectionRules rules,
      Exchange exchange,
      LeaseBounds bounds,
      Predicate<UUID> holds) {
    this.node = node;
    this.rules = rules;
    this.exchange = exchange;
    this.bounds = bounds;
    this.holds = holds;
    complaints = new PeerComplaints(node, exchange);
  }

  /** What is known of an incarnation; null if nothing was ever read. */
  @Nullable Peer get(UUID incarnation) {
    return peers.get(incarnation);
  }

  boolean isWatchedClosely(UUID incarnation) {
    return !peers.containsKey(incarnation) || holds.test(incarnation);
  }

  /** The longest lease and the greatest drift any holder may have, as far as known (R6, R9). */
  LeaseBounds bounds() {
    return bounds;
  }

  /** Counts what groups have to know of other nodes: not their renewals. */
  long changes() {
    return changes;
  }

  /** A live node that accepts only shorter leases than this node's; null if there is none. */
  @Nullable Peer refusingOurLease() {
    for (Peer peer : peers.values()) {
      NodeRecord record = peer.record;
      if (record != null
          && peer.isAlive()
          && record.longestLease().compareTo(node.timing().lease()) < 0) {
        complaints.leaseRefused(record);
        return peer;
      }
    }
    return null;
  }

  /** How many live nodes come before this one in a group, without the one given. */
  int rank(String group, @Nullable UUID without) {
    int before = 0;
    Preference own = Preference.of(group, node.priority(), node.self().incarnation());
    for (Peer peer : peers.values()) {
      NodeRecord record = peer.record;
      if (record != null && peer.mayLead(group) && !peer.incarnation.equals(without)) {
        before += Preference.of(group, record.priority(), peer.incarnation).isBefore(own) ? 1 : 0;
      }
    }
    return before;
  }

  private int expelRank(Peer dead) {
    int before = 0;
    String topic = dead.incarnation.toString();
    Preference own = Preference.of(topic, 0, node.self().incarnation());
    for (Peer peer : peers.values()) {
      if (peer != dead && peer.isAlive()) {
        before += Preference.of(topic, 0, peer.incarnation).isBefore(own) ? 1 : 0;
      }
    }
    return Math.min(before, STAGGERED);
  }

  /** Reads a node's record unless something is known of it. */
  void find(UUID incarnation) {
    Peer peer = peers.computeIfAbsent(incarnation, Peer::new);
    if (peer.version == null) {
      exchange.read(peer.key, peer.asOf);
    }
  }

  void observed(Exchange.Asked asked, UUID incarnation, @Nullable StoredRecord found) {
    observe(peers.computeIfAbsent(incarnation, Peer::new), asked, found);
  }

  /** Works in a list of all node records; self is not among them. */
  void listed(Exchange.Asked asked, Map<UUID, StoredRecord> found) {
    found.forEach((incarnation, record) -> observed(asked, incarnation, record));
    for (Peer peer : List.copyOf(peers.values())) {
      if (!found.containsKey(peer.incarnation)) {
        observe(peer, asked, null);
      }
    }
    exchange.tell(new Action.NodesListed());
  }

  private void observe(Peer peer, Exchange.Asked asked, @Nullable StoredRecord found) {
    if (asked.number() <= peer.asOf) {
      return;
    }
    peer.asOf = asked.number();
    if (found == null && !holds.test(peer.incarnation)) {
      peers.remove(peer.incarnation);
      changes++;
      announceGone(peer, NodeLeftCause.REMOVED);
    } else if (found == null ? !peer.isMissing() : !found.version().equals(peer.version)) {
      changed(peer, asked, found);
    }
  }

  private void changed(Peer peer, Exchange.Asked asked, @Nullable StoredRecord found) {
    try {
      peer.see(found, rules.firstSeen(asked.sent(), exchange.now()));
      if (peer.record != null) {
        widen(bounds.covering(peer.record));
      }
      complaints.about(peer);
    } catch (RecordFormatException unreadable) {
      announceUnreadable(peer, found, unreadable);
    }
    lowerExpiryFloor(peer);
    changes += peer.isAlive() ? 0 : 1;
    announce(peer, found);
  }

  private void widen(LeaseBounds seen) {
    changes += seen.equals(bounds) ? 0 : 1;
    bounds = seen;
  }

  private void announce(Peer peer, @Nullable StoredRecord found) {
    NodeRecord record = peer.record;
    if (peer.isAlive() && record != null) {
      announce(peer, record, found);
    } else if (record != null) {
      boolean left = record.state() == NodeState.LEFT;
      announceGone(peer, left ? NodeLeftCause.LEFT : NodeLeftCause.EXPELLED);
    } else if (peer.isMissing()) {
      announceGone(peer, NodeLeftCause.REMOVED);
    }
  }

  private void announce(Peer peer, NodeRecord record, @Nullable StoredRecord found) {
    ClusterNode described = record.describe(peer.incarnation);
    if (!described.equals(peer.announced) || !record.internal().equals(peer.announcedInternal)) {
      peer.announced = described;
      peer.announcedInternal = record.internal();
      changes++;
      if (found != null) {
        exchange.tell(new Action.NodeRecordSeen(found, Optional.empty()));
      }
      exchange.tell(new Action.NodeSeen(described, record.internal()));
    }
  }

  /** Once, until it can be read: a node writes its record with every renewal. */
  private void announceUnreadable(
      Peer peer, @Nullable StoredRecord found, RecordFormatException why) {
    complaints.unreadable(peer.key, why);
    if (found != null && !peer.unreadable) {
      peer.unreadable = true;
      exchange.tell(
          new Action.NodeRecordSeen(found, Optional.of(String.valueOf(why.getMessage()))));
    }
  }

  private void announceGone(Peer peer, NodeLeftCause cause) {
    if (peer.announced != null) {
      peer.announced = null;
      exchange.tell(new Action.NodeGone(peer.incarnation, cause));
    }
  }

  /** Announces this node itself, when its record changed. */
  void announceSelf(NodeRecord self, StoredRecord stored) {
    ClusterNode described = self.describe(node.self().incarnation());
    if (!described.equals(selfAnnounced) || !self.internal().equals(selfInternal)) {
      selfAnnounced = described;
      selfInternal = self.internal();
      exchange.tell(new Action.NodeRecordSeen(stored, Optional.empty()));
      exchange.tell(new Action.NodeSeen(described, self.internal()));
    }
  }

  /** Whether a node's lease is waited out though it was not expelled yet. */
  boolean isOverdue(Peer peer) {
    return isExpellable(peer) && exchange.now().nanos() - expiry(peer) >= 0;
  }

  /** Who sees the store through another node leaves the dead to that node. */
  private boolean isExpellable(Peer peer) {
    return !node.followsOnly() && isWaitedFor(peer);
  }

  private boolean isWaitedFor(Peer peer) {
    return peer.isAlive() || (peer.isMissing() && holds.test(peer.incarnation));
  }

  private long expiry(Peer peer) {
    NodeRecord record = peer.record;
    long patience =
        record == null
            ? rules.patienceWithMissing(bounds.lease().toNanos(), bounds.drift())
            : rules.patience(record, node.timing());
    return peer.firstSeen + patience;
  }

  /** Expels whose lease is waited out, by compare-and-set only (R2). */
  void expelOverdue() {
    long now = exchange.now().nanos();
    if (expiryKnown && now - expiryFloor < 0) {
      return;
    }
    expiryKnown = false;
    for (Peer peer : peers.values()) {
      if (isExpellable(peer) && peer.expelUnderWay == 0) {
        long due = Nanos.later(expiry(peer), peer.expelNotBefore);
        due += now - due >= 0 ? expelRank(peer) * STAGGER : 0;
        if (now - due >= 0) {
          changes++;
          expel(peer);
        } else {
          lowerExpiryFloor(due);
        }
      }
    }
  }

  private void expel(Peer peer) {
    NodeRecord record = peer.record;
    NodeRecord tombstone =
        record == null
            ? NodeRecord.missing(node.timing().longestLease(), node.timing().drift())
            : record.withState(NodeState.EXPELLED);
    if (peer.version != null) {
      peer.expelUnderWay = exchange.put(peer.key, peer.version, RecordCodec.encode(tombstone));
    }
  }

  private void lowerExpiryFloor(Peer peer) {
    if (isExpellable(peer)) {
      lowerExpiryFloor(expiry(peer));
    }
  }

  private void lowerExpiryFloor(long expiry) {
    if (!expiryKnown || expiry - expiryFloor < 0) {
      expiryFloor = expiry;
      expiryKnown = true;
    }
  }

  /** The next instant something may have to be expelled; the given one if that is earlier. */
  long nextWakeUp(long latest) {
    return expiryKnown && expiryFloor - latest < 0 ? expiryFloor : latest;
  }

  /** Works in what became of an expulsion or a removal. */
  void written(UUID incarnation, Exchange.Asked asked, PutOutcome outcome) {
    Peer peer = peers.computeIfAbsent(incarnation, Peer::new);
    boolean expelled = peer.expelUnderWay == asked.number();
    peer.expelUnderWay = expelled ? 0 : peer.expelUnderWay;
    if (expelled && outcome instanceof PutOutcome.Stored stored) {
      Request.Put put = (Request.Put) asked.request();
      peer.asOf = exchange.lastNumber();
      changed(peer, asked, new StoredRecord(put.key(), stored.version(), put.value()));
    } else if (!(outcome instanceof PutOutcome.Refused)) {
      exchange.read(peer.key, exchange.lastNumber());
    }
    peer.expelNotBefore = exchange.now().nanos() + node.timing().retryNanos();
    lowerExpiryFloor(peer);
  }

  /** Removes tombstones nobody needs any more (R7). */
  void removeTombstones(Set<UUID> named) {
    List<Peer> removable = new ArrayList<>();
    for (Peer peer : peers.values()) {
      long age = exchange.now().nanos() - peer.firstSeen;
      if (!node.followsOnly()
          && peer.isTombstone()
          && rules.isRemovable(age, named.contains(peer.incarnation), node.timing())) {
        removable.add(peer);
      }
    }
    for (Peer peer : removable.subList(0, Math.min(removable.size(), REMOVALS_AT_ONCE))) {
      if (peer.version != null) {
        exchange.remove(peer.key, peer.version);
      }
    }
  }
}
