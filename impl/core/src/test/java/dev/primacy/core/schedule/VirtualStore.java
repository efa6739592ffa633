package dev.primacy.core.schedule;

import dev.primacy.core.record.RecordFormatException;
import dev.primacy.core.record.ScheduleCodec;
import dev.primacy.core.record.ScheduleRecord;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The registers that the nodes of a {@link VirtualCluster} share. */
final class VirtualStore implements RecordStore {
  final Map<RecordKey, StoredRecord> records = new LinkedHashMap<>();

  /** What schedules wrote, in the order of the writes. */
  final List<ScheduleRecord> written = new ArrayList<>();

  private long versions;

  @Override
  public Optional<StoredRecord> read(RecordKey key) {
    return Optional.ofNullable(records.get(key));
  }

  @Override
  public List<StoredRecord> list() {
    return records.values().stream().filter(r -> r.key().kind() != RecordKind.SCHEDULE).toList();
  }

  @Override
  public PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
    if (!isExpected(key, expected)) {
      return new PutOutcome.Conflict();
    }
    RecordVersion next = new RecordVersion("v" + ++versions);
    records.put(key, new StoredRecord(key, next, value));
    if (key.kind() == RecordKind.SCHEDULE) {
      written.add(decoded(value));
    }
    return new PutOutcome.Stored(next);
  }

  private static ScheduleRecord decoded(byte[] value) {
    try {
      return ScheduleCodec.decode(value);
    } catch (RecordFormatException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private boolean isExpected(RecordKey key, RecordVersion expected) {
    StoredRecord found = records.get(key);
    return expected.equals(found == null ? RecordVersion.ABSENT : found.version());
  }

  @Override
  public PutOutcome remove(RecordKey key, RecordVersion expected) {
    if (!isExpected(key, expected)) {
      return new PutOutcome.Conflict();
    }
    records.remove(key);
    return new PutOutcome.Stored(RecordVersion.ABSENT);
  }

  @Override
  public void close() {
    // nothing is open
  }

  static StoreException silence() {
    return new StoreException("nobody answers");
  }
}
