package dev.primacy.core.simulation;

import dev.primacy.core.elector.Request;
import dev.primacy.core.invariant.Violation;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.core.record.GroupState;
import dev.primacy.core.record.NodeState;
import dev.primacy.core.record.RecordCodec;
import dev.primacy.core.record.RecordFormatException;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoredRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Linearizable registers: each request takes effect in one instant, and a list in one for each
 * record.
 */
final class SimulatedStore {

  private final TreeMap<String, StoredRecord> records = new TreeMap<>();
  private final Set<RecordKey> ended = new HashSet<>();
  private final Consumer<RecordKey> changed;
  private final BiConsumer<String, UUID> dropped;
  private long versions;
  private long wipes;

  /**
   * @param changed hears of every change
   * @param dropped hears of every group that was dropped, and of its scope
   */
  SimulatedStore(Consumer<RecordKey> changed, BiConsumer<String, UUID> dropped) {
    this.changed = changed;
    this.dropped = dropped;
  }

  /** Counts wipes: what a broken link would deliver twice does not outlive one. */
  long wipes() {
    return wipes;
  }

  List<StoredRecord> find(RecordKey key) {
    StoredRecord found = records.get(id(key));
    return found == null ? List.of() : List.of(found);
  }

  List<StoredRecord> list(Predicate<RecordKey> part) {
    return records.values().stream().filter(record -> part.test(record.key())).toList();
  }

  List<StoredRecord> all() {
    return list(key -> true);
  }

  PutOutcome write(Request request, boolean unconditional) {
    if (request instanceof Request.Put put) {
      if (!unconditional && !put.expected().equals(versionOf(put.key()))) {
        return new PutOutcome.Conflict();
      }
      checkDeadStayDead(put);
      checkGroup(put);
      RecordVersion version = new RecordVersion("v" + ++versions);
      records.put(id(put.key()), new StoredRecord(put.key(), version, put.value()));
      changed.accept(put.key());
      return new PutOutcome.Stored(version);
    }
    Request.Remove remove = (Request.Remove) request;
    if (!remove.expected().equals(versionOf(remove.key()))) {
      return new PutOutcome.Conflict();
    }
    records.remove(id(remove.key()));
    changed.accept(remove.key());
    return new PutOutcome.Stored(RecordVersion.ABSENT);
  }

  /** An incarnation that left or was expelled never lives again (R1, R7). */
  private void checkDeadStayDead(Request.Put put) {
    if (put.key().kind() == RecordKind.NODE) {
      boolean alive = stateIn(put.value()) == NodeState.ALIVE;
      if (alive && ended.contains(put.key())) {
        throw new Violation("dead incarnation lives again: " + put.key().name());
      }
      if (!alive) {
        ended.add(put.key());
      }
    }
  }

  /** A dropped group stays as it is, and a frozen one does not change hands (R9). */
  private void checkGroup(Request.Put put) {
    if (put.key().kind() == RecordKind.GROUP) {
      GroupRecord after = groupIn(put.value());
      StoredRecord found = records.get(id(put.key()));
      GroupRecord before = found == null ? null : groupIn(found.value());
      if (before != null && before.state() == GroupState.DROPPED) {
        throw new Violation("dropped group written: " + put.key().name() + " " + after);
      }
      if (before != null && before.frozen() && after.term() != before.term()) {
        throw new Violation("frozen group taken: " + put.key().name() + " " + after);
      }
      if (after.state() == GroupState.DROPPED) {
        dropped.accept(put.key().name(), after.scope());
      }
    }
  }

  private static GroupRecord groupIn(byte[] value) {
    try {
      return RecordCodec.decodeGroup(value);
    } catch (RecordFormatException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static NodeState stateIn(byte[] value) {
    try {
      return RecordCodec.decodeNode(value).state();
    } catch (RecordFormatException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  RecordVersion versionOf(RecordKey key) {
    StoredRecord found = records.get(id(key));
    return found == null ? RecordVersion.ABSENT : found.version();
  }

  /** Writes past everybody, as a person with a shell or a restored backup does. */
  void forge(RecordKey key, byte[] value) {
    records.put(id(key), new StoredRecord(key, new RecordVersion("v" + ++versions), value));
    changed.accept(key);
  }

  /** Loses records behind everybody's back. */
  void wipe(Predicate<RecordKey> which) {
    wipes++;
    List<RecordKey> gone = records.values().stream().map(StoredRecord::key).filter(which).toList();
    gone.forEach(key -> records.remove(id(key)));
    gone.forEach(changed);
  }

  private static String id(RecordKey key) {
    return key.kind().name() + key.name();
  }
}
