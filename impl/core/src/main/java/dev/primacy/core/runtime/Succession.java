package dev.primacy.core.runtime;

import dev.primacy.FencingToken;
import dev.primacy.core.gate.Clocks;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.core.record.RecordCodec;
import dev.primacy.core.record.RecordFormatException;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Waits until the groups given up have another holder. A node that is part of the store must not
 * take it down while its successor is on its way.
 */
final class Succession {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final RecordStore store;
  private final HintBox hints;
  private final Clocks clocks;
  private final UUID self;

  Succession(RecordStore store, HintBox hints, Clocks clocks, UUID self) {
    this.store = store;
    this.hints = hints;
    this.clocks = clocks;
    this.self = self;
  }

  /** The groups that still have none when the time is over; empty if all went well. */
  Set<String> await(Set<String> groups, Duration patience) throws InterruptedException {
    Set<String> open = new TreeSet<>(groups);
    long until = clocks.nanos() + patience.toNanos();
    while (true) {
      look(open);
      long left = until - clocks.nanos();
      if (open.isEmpty() || left <= 0) {
        return open;
      }
      hints.await(Math.min(left, LOOK_AGAIN.toNanos()));
    }
  }

  private void look(Set<String> open) throws InterruptedException {
    for (String group : Set.copyOf(open)) {
      if (hasSuccessor(group)) {
        open.remove(group);
      }
    }
  }

  private boolean hasSuccessor(String group) throws InterruptedException {
    try {
      Optional<StoredRecord> found = store.read(new RecordKey(RecordKind.GROUP, group));
      if (found.isEmpty()) {
        return false;
      }
      Optional<UUID> holder = RecordCodec.decodeGroup(found.get().value()).holder();
      return holder.isPresent() && !holder.get().equals(self);
    } catch (StoreException | RecordFormatException unknown) {
      return false;
    }
  }

  /** Whether a group's record, read now, shows an incarnation as the holder under a token. */
  static boolean isHeld(RecordStore store, String group, FencingToken token, UUID holder) {
    try {
      Optional<StoredRecord> found = store.read(new RecordKey(RecordKind.GROUP, group));
      if (found.isEmpty()) {
        return false;
      }
      GroupRecord record = RecordCodec.decodeGroup(found.get().value());
      return record.scope().equals(token.scope())
          && record.term() == token.term()
          && record.holder().equals(Optional.of(holder));
    } catch (StoreException | RecordFormatException unknown) {
      return false;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
