package dev.primacy.engine.tck;

import dev.primacy.core.gate.SystemClocks;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Uses a store and writes down what it was told. For one thread. */
final class Client {
  private final String name;
  private final RecordStore store;
  private final History history;
  private final Map<RecordKey, RecordVersion> known = new HashMap<>();
  private int written;

  Client(String name, RecordStore store, History history) {
    this.name = name;
    this.store = store;
    this.history = history;
  }

  /** The version last read or written, which may be stale. */
  RecordVersion known(RecordKey key) {
    return known.getOrDefault(key, RecordVersion.ABSENT);
  }

  /**
   * Reads.
   *
   * @return false if there was no answer
   */
  boolean read(RecordKey key) throws InterruptedException {
    long invoked = now();
    try {
      saw(key, store.read(key), invoked);
      return true;
    } catch (StoreException noAnswer) {
      return false;
    }
  }

  /** A list is one read of each key, all within it. */
  boolean list(Collection<RecordKey> keys) throws InterruptedException {
    long invoked = now();
    try {
      saw(keys, store.list(), invoked);
      return true;
    } catch (StoreException noAnswer) {
      return false;
    }
  }

  private void saw(Collection<RecordKey> keys, List<StoredRecord> found, long invoked) {
    for (RecordKey key : keys) {
      saw(key, found.stream().filter(record -> record.key().equals(key)).findFirst(), invoked);
    }
  }

  /** A write, and one read of each key, all within the call. */
  boolean putAndList(RecordKey key, Collection<RecordKey> keys) throws InterruptedException {
    String content = name + "-" + ++written;
    RecordVersion expected = known(key);
    long invoked = now();
    try {
      List<StoredRecord> found =
          store.putAndList(
              key,
              expected,
              Records.bytes(content),
              outcome -> told(key, Operation.Kind.PUT, expected, content, outcome, invoked));
      saw(keys, found, invoked);
      return true;
    } catch (StoreException noAnswer) {
      return false;
    }
  }

  private void saw(RecordKey key, Optional<StoredRecord> found, long invoked) {
    RecordVersion version = found.map(StoredRecord::version).orElse(RecordVersion.ABSENT);
    known.put(key, version);
    String content = found.map(Records::text).orElse("");
    write(key, Operation.Kind.READ, version, content, Operation.Outcome.DONE, version, invoked);
  }

  /**
   * Writes over what it knows.
   *
   * @return false if it is unknown whether it did, or certain that nothing was sent
   */
  boolean put(RecordKey key) {
    String content = name + "-" + ++written;
    RecordVersion expected = known(key);
    long invoked = now();
    PutOutcome outcome = store.put(key, expected, Records.bytes(content));
    return told(key, Operation.Kind.PUT, expected, content, outcome, invoked);
  }

  boolean remove(RecordKey key) {
    RecordVersion expected = known(key);
    if (expected.equals(RecordVersion.ABSENT)) {
      return true;
    }
    long invoked = now();
    PutOutcome outcome = store.remove(key, expected);
    return told(key, Operation.Kind.REMOVE, expected, "", outcome, invoked);
  }

  /** What was refused is left out: whoever sees its content all the same finds no explanation. */
  private boolean told(
      RecordKey key,
      Operation.Kind kind,
      RecordVersion expected,
      String content,
      PutOutcome outcome,
      long invoked) {
    if (outcome instanceof PutOutcome.Stored stored) {
      known.put(key, stored.version());
      write(key, kind, expected, content, Operation.Outcome.DONE, stored.version(), invoked);
    } else if (outcome instanceof PutOutcome.Conflict) {
      RecordVersion none = RecordVersion.ABSENT;
      write(key, kind, expected, content, Operation.Outcome.CONFLICT, none, invoked);
    } else if (outcome instanceof PutOutcome.Unknown) {
      RecordVersion none = RecordVersion.ABSENT;
      write(key, kind, expected, content, Operation.Outcome.UNKNOWN, none, invoked);
    }
    return outcome instanceof PutOutcome.Stored || outcome instanceof PutOutcome.Conflict;
  }

  private void write(
      RecordKey key,
      Operation.Kind kind,
      RecordVersion expected,
      String content,
      Operation.Outcome outcome,
      RecordVersion version,
      long invoked) {
    history.add(
        key, new Operation(name, kind, expected, content, outcome, version, invoked, now()));
  }

  private static long now() {
    return SystemClocks.INSTANCE.nanos();
  }
}
