package dev.primacy.engine.memory;

import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoredRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The records of one name and cluster, shared by the stores that entered. */
final class MemorySpace {
  private static final Map<String, MemorySpace> SPACES = new ConcurrentHashMap<>();

  /** Of all spaces, so that versions do not recur when one is forgotten and made anew. */
  private static final AtomicLong VERSIONS = new AtomicLong();

  private final String name;
  private final List<Consumer<RecordKey>> watchers = new CopyOnWriteArrayList<>();

  // guarded by this object's monitor, which no one outside this package sees
  private final Map<RecordKey, StoredRecord> records = new HashMap<>();

  // changed within SPACES.compute only
  private int stores;

  private MemorySpace(String name) {
    this.name = name;
  }

  static MemorySpace enter(String name) {
    return SPACES.compute(
        name,
        (key, found) -> {
          MemorySpace space = found == null ? new MemorySpace(key) : found;
          space.stores++;
          return space;
        });
  }

  void leave() {
    SPACES.computeIfPresent(name, (key, space) -> --space.stores == 0 ? null : space);
  }

  synchronized Optional<StoredRecord> read(RecordKey key) {
    return Optional.ofNullable(records.get(key));
  }

  synchronized List<StoredRecord> list() {
    return records.values().stream().filter(record -> isShown(record.key())).toList();
  }

  PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
    RecordVersion next = new RecordVersion(Long.toString(VERSIONS.incrementAndGet()));
    return change(key, expected, new StoredRecord(key, next, value.clone()), next);
  }

  PutOutcome remove(RecordKey key, RecordVersion expected) {
    return change(key, expected, null, RecordVersion.ABSENT);
  }

  private PutOutcome change(
      RecordKey key, RecordVersion expected, @Nullable StoredRecord to, RecordVersion next) {
    synchronized (this) {
      StoredRecord found = records.get(key);
      if (!(found == null ? RecordVersion.ABSENT : found.version()).equals(expected)) {
        return new PutOutcome.Conflict();
      }
      if (to == null) {
        records.remove(key);
      } else {
        records.put(key, to);
      }
    }
    if (isShown(key)) {
      watchers.forEach(watcher -> watcher.accept(key));
    }
    return new PutOutcome.Stored(next);
  }

  /** Whether a record is listed and hinted at. */
  private static boolean isShown(RecordKey key) {
    return key.kind() != RecordKind.SCHEDULE;
  }

  void watch(Consumer<RecordKey> watcher) {
    watchers.add(watcher);
  }

  void unwatch(Consumer<RecordKey> watcher) {
    watchers.remove(watcher);
  }
}
