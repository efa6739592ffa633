package dev.primacy.engine.jdbc;

import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoredRecord;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Groups as they were read or written last, so that a list fetches the contents of those only that
 * have changed since. A version never comes twice: what has the same one is the same, whoever wrote
 * in between and whatever became of the connection.
 */
final class Known {

  /** By name as stored. */
  private final Map<String, StoredRecord> groups = new ConcurrentHashMap<>();

  /** Null unless it was seen in just this version. */
  @Nullable StoredRecord group(String stored, String version) {
    StoredRecord last = groups.get(stored);
    return last != null && last.version().value().equals(version) ? last : null;
  }

  void seen(StoredRecord record) {
    if (record.key().kind() == RecordKind.GROUP) {
      groups.put(Names.stored(record.key()), record);
    }
  }

  void written(RecordKey key, byte[] value, PutOutcome outcome) {
    if (outcome instanceof PutOutcome.Stored stored
        && !stored.version().equals(RecordVersion.ABSENT)) {
      seen(new StoredRecord(key, stored.version(), value.clone()));
    }
  }

  /** Forgets all others. */
  void keep(Set<String> there) {
    if (groups.size() > there.size()) {
      groups.keySet().retainAll(there);
    }
  }
}
