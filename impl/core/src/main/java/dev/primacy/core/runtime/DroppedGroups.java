package dev.primacy.core.runtime;

import static dev.primacy.core.CoreMessages.MESSAGES;

import dev.primacy.control.ControlError;
import dev.primacy.control.ControlException;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.core.record.GroupState;
import dev.primacy.core.record.NodeState;
import dev.primacy.core.record.RecordCodec;
import dev.primacy.core.record.RecordFormatException;
import dev.primacy.event.RoleChangeCause;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Drops groups for good (R9): by compare-and-set, from a record that nobody alive holds. It is
 * frozen first, so that nobody takes it between this node's release and that. Any thread.
 */
final class DroppedGroups {
  private final Machinery machinery;
  private final Operations operations;
  private final CommandQueue queue;

  DroppedGroups(Machinery machinery, CommandQueue queue) {
    this.machinery = machinery;
    this.operations = machinery.operations;
    this.queue = queue;
  }

  CompletionStage<Void> drop(String group) {
    CompletableFuture<Void> dropped = new CompletableFuture<>();
    AtomicBoolean frozen = new AtomicBoolean();
    var unused =
        operations
            .change(group, Optional.empty(), record -> frozen(group, record, frozen))
            .thenComposeAsync(seen -> giveUp(group), machinery.loop::post)
            .thenCompose(
                given ->
                    operations.change(
                        group, Optional.empty(), record -> dropped(group, record, frozen.get())))
            .whenComplete((done, failed) -> thawUnless(failed == null, group, frozen.get()))
            .whenComplete((done, failed) -> queue.tell(dropped, null, failed));
    return dropped.minimalCompletionStage();
  }

  /** On the desk, as all that reads or writes. */
  private GroupRecord frozen(String group, GroupRecord record, AtomicBoolean changed) {
    checkHolder(group, record, true);
    boolean open = record.state() == GroupState.OPEN && !record.frozen();
    changed.set(open);
    return open ? record.frozen(true) : record;
  }

  private CompletableFuture<Void> giveUp(String group) {
    return machinery
        .find(group)
        .filter(cycle -> cycle.membership().isPrimary())
        .map(cycle -> cycle.stepDown(RoleChangeCause.OPERATOR))
        .orElseGet(() -> CompletableFuture.completedFuture(null));
  }

  private GroupRecord dropped(String group, GroupRecord record, boolean thaw) {
    checkHolder(group, record, false);
    if (record.state() == GroupState.DROPPED) {
      return record;
    }
    return (thaw ? record.frozen(false) : record).dropped();
  }

  private void checkHolder(String group, GroupRecord record, boolean mayBeSelf) {
    UUID self = machinery.incarnations.get().incarnation();
    Optional<UUID> other =
        record.holder().filter(holder -> !mayBeSelf || !holder.equals(self)).filter(this::isAlive);
    if (other.isPresent() && record.state() == GroupState.OPEN) {
      throw CommandQueue.badState(MESSAGES.heldElsewhere(group, shown(other.get())));
    }
  }

  private String shown(UUID holder) {
    return machinery.view.find(holder).map(node -> node.id().toString()).orElse(holder.toString());
  }

  /** Only a tombstone proves that it is not. */
  private boolean isAlive(UUID node) {
    try {
      Optional<StoredRecord> found =
          machinery.keeper.store().read(new RecordKey(RecordKind.NODE, node.toString()));
      return found.isEmpty()
          || RecordCodec.decodeNode(found.get().value()).state() == NodeState.ALIVE;
    } catch (RecordFormatException unreadable) {
      return true;
    } catch (StoreException silent) {
      throw new ControlException(
          MESSAGES.storeSilent(node.toString(), String.valueOf(silent.getMessage())),
          ControlError.CONNECT);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void thawUnless(boolean done, String group, boolean frozen) {
    if (!done && frozen) {
      var unused = operations.change(group, Optional.empty(), record -> record.frozen(false));
    }
  }
}
