package dev.primacy.core.runtime;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import dev.primacy.core.record.Candidate;
import dev.primacy.core.record.GroupRecord;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Hands over what this node holds and somebody named another node for, as if it had been asked
 * here. On the lease thread.
 */
final class HandOvers {
  private final Machinery machinery;
  private final BooleanSupplier locked;

  /** Named before they were known; few, and each for as long as nobody knows it. */
  private final Map<UUID, Set<GroupCycle>> awaiting = new HashMap<>();

  HandOvers(Machinery machinery, BooleanSupplier locked) {
    this.machinery = machinery;
    this.locked = locked;
  }

  /** The record of a group has changed, or this node has just opened it. */
  void seen(GroupCycle cycle) {
    GroupMembership membership = cycle.membership();
    Optional<UUID> next = named(membership);
    if (next.isPresent() && membership.isPrimary()) {
      machinery.loop.post(() -> handOver(cycle, next.get()));
    }
  }

  /** A node is known, or describes itself differently: it may have been named before it was. */
  void known(NodeId node) {
    Set<GroupCycle> waiting = awaiting.remove(node.incarnation());
    if (waiting != null) {
      waiting.forEach(this::seen);
    }
  }

  /** Who is to take over what this node holds by the record; empty if nobody is. */
  private Optional<UUID> named(GroupMembership membership) {
    UUID self = membership.node().incarnation();
    return membership
        .picture()
        .record()
        .filter(record -> record.holder().filter(self::equals).isPresent())
        .flatMap(GroupRecord::candidate)
        .map(Candidate::incarnation)
        .filter(candidate -> !candidate.equals(self) && !locked.getAsBoolean());
  }

  private void handOver(GroupCycle cycle, UUID next) {
    GroupMembership membership = cycle.membership();
    if (!named(membership).equals(Optional.of(next))) {
      return;
    }
    ClusterNode node = machinery.view.find(next).orElse(null);
    if (node == null) {
      awaiting.computeIfAbsent(next, unknown -> new HashSet<>()).add(cycle);
      return;
    }
    Nomination nomination = new Nomination(machinery.view, machinery.driver::mayLead);
    var unused =
        cycle
            .switchover(Successor.of(node.id()), nomination)
            .whenComplete((done, failed) -> machinery.transcript.nominated(membership, failed));
  }
}
