package dev.primacy.core.runtime;

import static dev.primacy.core.CoreLog.LOG;

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

  /** More than so many are looked at together: to read thousands would take longer than allowed. */
  private static final int ONE_BY_ONE = 16;

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
      pause(open.size(), Math.min(left, LOOK_AGAIN.toNanos()));
    }
  }

  /** A hint ends it, unless there are so many groups that hints come all the time. */
  private void pause(int open, long nanos) throws InterruptedException {
    long until = clocks.nanos() + nanos;
    do {
      hints.await(until - clocks.nanos());
    } while (open > ONE_BY_ONE && until - clocks.nanos() > 0);
  }

  private void look(Set<String> open) throws InterruptedException {
    try {
      if (open.size() > ONE_BY_ONE) {
        store.list().forEach(found -> strike(found, open));
      } else {
        for (String group : Set.copyOf(open)) {
          store.read(new RecordKey(RecordKind.GROUP, group)).ifPresent(f -> strike(f, open));
        }
      }
    } catch (StoreException unknown) {
      LOG.debugf(unknown, "no successor seen");
    }
  }

  private void strike(StoredRecord found, Set<String> open) {
    boolean asked = found.key().kind() == RecordKind.GROUP && open.contains(found.key().name());
    if (asked && hasSuccessor(found)) {
      open.remove(found.key().name());
    }
  }

  private boolean hasSuccessor(StoredRecord found) {
    try {
      Optional<UUID> holder = RecordCodec.decodeGroup(found.value()).holder();
      return holder.isPresent() && !holder.get().equals(self);
    } catch (RecordFormatException unknown) {
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
