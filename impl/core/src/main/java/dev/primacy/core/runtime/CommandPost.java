package dev.primacy.core.runtime;

import static dev.primacy.core.CoreMessages.MESSAGES;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import dev.primacy.SwitchoverException;
import dev.primacy.control.ControlError;
import dev.primacy.control.ControlException;
import dev.primacy.control.GroupDetails;
import dev.primacy.control.HaState;
import dev.primacy.control.MaintenanceLock;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.event.RoleChangeCause;
import dev.primacy.spi.RecordVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Carries commands out. Each begins on the lease thread, where it is seen whether it fits; what it
 * asks of the store is a compare-and-set of the group's record, and what becomes of it is seen in
 * the store, too. Any thread may call.
 */
final class CommandPost {
  private final Machinery machinery;
  private final Operations operations;
  private final BiFunction<String, GroupMembership, GroupDetails> details;
  private final CommandQueue queue;
  private final Nominations nominations;
  private final NewGroups newGroups;

  CommandPost(Machinery machinery, BiFunction<String, GroupMembership, GroupDetails> details) {
    this.machinery = machinery;
    this.operations = machinery.operations;
    this.details = details;
    this.queue = new CommandQueue(machinery);
    this.nominations = new Nominations(machinery, operations);
    this.newGroups = new NewGroups(machinery, queue, this);
  }

  DroppedGroups droppedGroups() {
    return new DroppedGroups(machinery, queue);
  }

  NewGroups newGroups() {
    return newGroups;
  }

  MaintenanceLock lock(String reason) {
    return queue.lock(reason);
  }

  // ---- roles

  CompletionStage<Void> bePrimary(String group, Optional<RecordVersion> expected) {
    return queue.order(group, true, cycle -> takeOver(cycle, expected));
  }

  CompletableFuture<Void> takeOver(GroupCycle cycle, Optional<RecordVersion> expected) {
    GroupMembership membership = cycle.membership();
    NodeId self = membership.node();
    if (machinery.settings.node().passive()) {
      throw CommandQueue.badState(MESSAGES.passiveItself(cycle.group()));
    }
    return nominations.nominate(cycle, expected, self, membership::isPrimary);
  }

  CompletionStage<Void> promote(
      String group, Optional<RecordVersion> expected, String node, boolean handedOver) {
    return queue.order(group, true, cycle -> promote(cycle, expected, node, handedOver));
  }

  private CompletableFuture<Void> promote(
      GroupCycle cycle, Optional<RecordVersion> expected, String node, boolean handedOver) {
    GroupMembership membership = cycle.membership();
    if (node.equals(membership.node().name())) {
      return takeOver(cycle, expected);
    }
    if (handedOver && membership.primary().isEmpty()) {
      throw CommandQueue.badState(MESSAGES.nothingToHandOver(cycle.group(), GroupNames.fit(node)));
    }
    NodeId next = find(membership, node);
    return nominations.nominate(
        cycle, expected, next, () -> isHeldBy(membership, next.incarnation()));
  }

  private NodeId find(GroupMembership membership, String node) {
    try {
      return new Nomination(machinery.view, machinery.driver::mayLead)
          .find(membership, Successor.called(node));
    } catch (SwitchoverException nobody) {
      boolean misnamed =
          nobody.reason() == SwitchoverException.Reason.UNKNOWN_NODE
              || nobody.reason() == SwitchoverException.Reason.AMBIGUOUS_NAME;
      throw new ControlException(
          String.valueOf(nobody.getMessage()),
          misnamed ? ControlError.BAD_NAME : ControlError.BAD_STATE);
    }
  }

  private static boolean isHeldBy(GroupMembership membership, UUID incarnation) {
    return membership
        .picture()
        .record()
        .flatMap(GroupRecord::holder)
        .filter(incarnation::equals)
        .isPresent();
  }

  CompletionStage<Void> beSecondary(
      String group, Optional<RecordVersion> expected, String primary) {
    return queue.order(
        group,
        true,
        cycle -> {
          check(cycle, expected);
          return operations.joins().join(group, primary);
        });
  }

  CompletionStage<Void> beNone(String group, Optional<RecordVersion> expected) {
    return queue.order(
        group,
        true,
        cycle -> {
          check(cycle, expected);
          Orders orders =
              operations
                  .orders(group)
                  .orElseThrow(() -> CommandQueue.badState(MESSAGES.electsByItself(group)));
          orders.beNothing(RoleChangeCause.OPERATOR);
          return cycle.stepDown(RoleChangeCause.OPERATOR);
        });
  }

  CompletionStage<Void> beRelay(String group, Optional<RecordVersion> expected) {
    return queue.order(
        group,
        true,
        cycle -> {
          check(cycle, expected);
          GroupMembership membership = cycle.membership();
          if (cycle.conduct().state(membership) != HaState.SECONDARY) {
            throw CommandQueue.badState(MESSAGES.relaysAsSecondaryOnly(group));
          }
          if (!machinery.relayState.isServed()) {
            throw new ControlException(MESSAGES.nothingServes(group), ControlError.BIND);
          }
          operations.relay(group);
          return CompletableFuture.completedFuture(null);
        });
  }

  CompletionStage<Void> stepDown(String group, Optional<RecordVersion> expected) {
    return queue.order(group, true, cycle -> stepDown(cycle, expected));
  }

  private static CompletableFuture<Void> stepDown(
      GroupCycle cycle, Optional<RecordVersion> expected) {
    check(cycle, expected);
    GroupMembership membership = cycle.membership();
    if (!membership.isPrimary()) {
      String primary = membership.primary().map(node -> node.id().name()).orElse("nobody");
      throw CommandQueue.badState(MESSAGES.notPrimaryHere(cycle.group(), primary));
    }
    return cycle.stepDown(RoleChangeCause.STEP_DOWN);
  }

  CompletionStage<Void> failover(String group, Optional<RecordVersion> expected) {
    return queue.order(
        group,
        true,
        cycle ->
            cycle.membership().isPrimary() ? stepDown(cycle, expected) : takeOver(cycle, expected));
  }

  CompletionStage<Void> declareDead(String group, Optional<RecordVersion> expected, String node) {
    return queue.order(
        group,
        false,
        cycle -> {
          check(cycle, expected);
          List<UUID> named =
              machinery.view.nodes().stream()
                  .map(ClusterNode::id)
                  .filter(id -> id.name().equals(node))
                  .map(NodeId::incarnation)
                  .toList();
          if (named.contains(cycle.membership().node().incarnation())) {
            throw CommandQueue.badState(MESSAGES.livesItself(GroupNames.fit(node)));
          }
          return gone(cycle, named, node);
        });
  }

  /** R2 waits its lease out: only that proves that it does not act. */
  private CompletableFuture<Void> gone(GroupCycle cycle, List<UUID> named, String node) {
    machinery.nodes.declaredDead(named);
    Duration longest = machinery.settings.timing().longestLease();
    Duration time = longest.multipliedBy(2).plus(machinery.settings.timing().renewEvery());
    return operations
        .expect(
            cycle.group(),
            () -> named.stream().noneMatch(operations::isLive),
            time,
            () -> CommandQueue.badState(MESSAGES.renewsItsLease(GroupNames.fit(node))))
        .whenComplete((done, failed) -> machinery.nodes.declaredOver(named));
  }

  // ---- the record

  CompletionStage<GroupDetails> change(
      String group, Optional<RecordVersion> expected, UnaryOperator<GroupRecord> how) {
    return queue.order(
        group,
        false,
        cycle ->
            operations
                .change(group, expected, how)
                .thenComposeAsync(changed -> seen(cycle, changed.version()), machinery.loop::post)
                .thenApply(seen -> details.apply(group, cycle.membership())));
  }

  /** Until this node shows what was written, or something later. */
  private CompletableFuture<Void> seen(GroupCycle cycle, RecordVersion version) {
    GroupMembership membership = cycle.membership();
    RecordVersion before = membership.picture().version();
    return operations
        .expect(
            cycle.group(),
            () ->
                membership.picture().version().equals(version)
                    || !membership.picture().version().equals(before),
            machinery.settings.timing().lease(),
            () -> CommandQueue.badState(MESSAGES.notSeenYet(cycle.group())))
        // it is written all the same
        .handle((done, late) -> null);
  }

  /** Commands that write nothing to the record are refused for what this node knows of it. */
  private static void check(GroupCycle cycle, Optional<RecordVersion> expected) {
    RecordVersion present = cycle.membership().picture().version();
    if (expected.isPresent() && !expected.get().equals(present)) {
      throw new ControlException(
          MESSAGES.staleVersion(
              cycle.group(), GroupNames.fit(expected.get().value()), present.value()),
          ControlError.STALE_VERSION);
    }
  }
}
