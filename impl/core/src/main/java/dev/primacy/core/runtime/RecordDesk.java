package dev.primacy.core.runtime;

import static dev.primacy.core.CoreMessages.MESSAGES;

import dev.primacy.control.ControlError;
import dev.primacy.control.ControlException;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.core.record.RecordCodec;
import dev.primacy.core.record.RecordFormatException;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Changes groups' records for operators: reads, changes, and writes by compare-and-set. What it
 * writes keeps scope, term and holder, so that nothing the election stands on changes; the electors
 * of all nodes see the rest as they see any other change. Blocks, so never on the lease thread.
 */
final class RecordDesk {

  /** Somebody else may write in between, a few times. */
  private static final int ATTEMPTS = 8;

  private final Supplier<RecordStore> store;

  RecordDesk(Supplier<RecordStore> store) {
    this.store = store;
  }

  /**
   * Changes a group.
   *
   * @param expected the version it has to be in; empty for any
   * @param change made of what the store shows now; returns the same record if nothing is to
   *     change, and may throw a {@link ControlException} instead
   * @return the record as it is then, and its version
   */
  Changed change(
      String group, Optional<RecordVersion> expected, UnaryOperator<GroupRecord> change) {
    RecordKey key = new RecordKey(RecordKind.GROUP, group);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      StoredRecord found = read(key, group);
      if (expected.isPresent() && !expected.get().equals(found.version())) {
        throw stale(group, expected.get(), found.version());
      }
      GroupRecord seen = decoded(found, group);
      GroupRecord wanted = change.apply(seen);
      if (wanted.equals(seen)) {
        return new Changed(found.version(), seen);
      }
      Optional<Changed> written = write(key, group, found.version(), wanted);
      if (written.isPresent()) {
        return written.get();
      }
    }
    throw new ControlException(
        MESSAGES.recordContended(group, ATTEMPTS), ControlError.STALE_VERSION);
  }

  /** A group's record in one version. */
  record Changed(RecordVersion version, GroupRecord record) {}

  private StoredRecord read(RecordKey key, String group) {
    try {
      return store
          .get()
          .read(key)
          .orElseThrow(
              () -> new ControlException(MESSAGES.groupNotThere(group), ControlError.BAD_STATE));
    } catch (StoreException silent) {
      throw new ControlException(
          MESSAGES.storeSilent(group, String.valueOf(silent.getMessage())), ControlError.CONNECT);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new ControlException(MESSAGES.commandInterrupted(group), ControlError.BAD_STATE);
    }
  }

  private static GroupRecord decoded(StoredRecord found, String group) {
    try {
      return RecordCodec.decodeGroup(found.value());
    } catch (RecordFormatException unreadable) {
      throw new ControlException(
          MESSAGES.groupUnreadable(group, String.valueOf(unreadable.getMessage())),
          ControlError.BAD_VERSION);
    }
  }

  /** Empty if somebody else wrote first. */
  private Optional<Changed> write(
      RecordKey key, String group, RecordVersion version, GroupRecord wanted) {
    PutOutcome outcome = store.get().put(key, version, RecordCodec.encode(wanted));
    if (outcome instanceof PutOutcome.Stored stored) {
      return Optional.of(new Changed(stored.version(), wanted));
    }
    if (outcome instanceof PutOutcome.Conflict) {
      return Optional.empty();
    }
    if (outcome instanceof PutOutcome.Unknown) {
      // what was asked for may be there all the same, and then nothing is left to find out
      StoredRecord again = read(key, group);
      if (decoded(again, group).equals(wanted)) {
        return Optional.of(new Changed(again.version(), wanted));
      }
    }
    ControlError error =
        outcome instanceof PutOutcome.Refused ? ControlError.CONNECT : ControlError.UNKNOWN_OUTCOME;
    throw new ControlException(MESSAGES.commandUnanswered(group, error.name()), error);
  }

  private static ControlException stale(
      String group, RecordVersion expected, RecordVersion present) {
    return new ControlException(
        MESSAGES.staleVersion(group, GroupNames.fit(expected.value()), present.value()),
        ControlError.STALE_VERSION);
  }
}
