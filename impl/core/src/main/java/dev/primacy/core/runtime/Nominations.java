package dev.primacy.core.runtime;

import static dev.primacy.core.CoreMessages.MESSAGES;

import dev.primacy.NodeId;
import dev.primacy.control.ControlException;
import dev.primacy.core.record.Candidate;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.core.record.GroupState;
import dev.primacy.core.settings.SettingText;
import dev.primacy.spi.RecordVersion;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Has groups taken by nodes that are named in their records. On the lease thread. */
final class Nominations {
  private final Machinery machinery;
  private final Operations operations;

  Nominations(Machinery machinery, Operations operations) {
    this.machinery = machinery;
    this.operations = operations;
  }

  /** Names who goes first in the group's record, and waits until that node has it. */
  CompletableFuture<Void> nominate(
      GroupCycle cycle, Optional<RecordVersion> expected, NodeId next, BooleanSupplier taken) {
    String group = cycle.group();
    Candidate candidate = new Candidate(next.incarnation(), machinery.settings.timing().lease());
    return operations
        .change(group, expected, record -> nominating(group, record, candidate))
        .thenComposeAsync(
            named ->
                awaitTaken(group, candidate, taken, () -> notTaken(group, next, handOverTime())),
            machinery.loop::post);
  }

  /** What was named here is withdrawn if nothing comes of it; what somebody else named is not. */
  private CompletableFuture<Void> awaitTaken(
      String group,
      Candidate candidate,
      BooleanSupplier taken,
      Supplier<ControlException> failure) {
    return operations
        .expect(group, taken, handOverTime(), failure)
        .whenComplete((done, failed) -> withdrawUnless(failed == null, group, candidate));
  }

  private static GroupRecord nominating(String group, GroupRecord record, Candidate candidate) {
    if (record.holder().filter(candidate.incarnation()::equals).isPresent()) {
      return record;
    }
    if (record.state() == GroupState.DROPPED) {
      throw CommandQueue.badState(MESSAGES.droppedGroup(group));
    }
    if (record.frozen()) {
      throw CommandQueue.badState(MESSAGES.frozenGroup(group));
    }
    return record.nominating(Optional.of(candidate));
  }

  private static ControlException notTaken(String group, NodeId next, Duration time) {
    return CommandQueue.badState(
        MESSAGES.notTakenInTime(group, next.toString(), SettingText.show(time)));
  }

  /** Observers and calls of the holder may take their time, and a dead one has to be waited out. */
  private Duration handOverTime() {
    return machinery
        .settings
        .timing()
        .longestLease()
        .multipliedBy(3)
        .plus(machinery.settings.observers().timeout().multipliedBy(2))
        .plus(machinery.settings.observers().drainTimeout());
  }

  private void withdrawUnless(boolean taken, String group, Candidate candidate) {
    if (!taken) {
      var unused =
          operations.change(
              group,
              Optional.empty(),
              record ->
                  record.candidate().equals(Optional.of(candidate))
                      ? record.nominating(Optional.empty())
                      : record);
    }
  }
}
