package dev.primacy.core.schedule;

import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store whose next answers a test can spoil. */
class OneRecordStore implements RecordStore {

  /** What becomes of one write. */
  enum Fate {
    ANSWERED,
    /** Written, but the writer does not hear of it. */
    UNHEARD,
    /** Not written yet: {@link #land} does it, if it still can be. */
    DELAYED,
    REFUSED
  }

  final Map<RecordKey, StoredRecord> records = new HashMap<>();

  /** Of the next writes; then all are answered. */
  final Deque<Fate> fates = new ArrayDeque<>();

  private final Deque<Runnable> late = new ArrayDeque<>();
  int failingReads;
  int writes;
  private long versions;

  @Override
  public Optional<StoredRecord> read(RecordKey key) throws StoreException {
    if (failingReads > 0) {
      failingReads--;
      throw new StoreException("nobody answers");
    }
    return Optional.ofNullable(records.get(key));
  }

  @Override
  public List<StoredRecord> list() {
    return List.of();
  }

  @Override
  public PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
    writes++;
    Fate fate = fates.isEmpty() ? Fate.ANSWERED : fates.remove();
    return switch (fate) {
      case ANSWERED -> write(key, expected, value);
      case REFUSED -> new PutOutcome.Refused(new StoreException("not now"));
      case UNHEARD -> {
        write(key, expected, value);
        yield unknown();
      }
      case DELAYED -> {
        late.add(() -> write(key, expected, value));
        yield unknown();
      }
    };
  }

  private static PutOutcome unknown() {
    return new PutOutcome.Unknown(new StoreException("no answer"));
  }

  private PutOutcome write(RecordKey key, RecordVersion expected, byte[] value) {
    StoredRecord found = records.get(key);
    if (!expected.equals(found == null ? RecordVersion.ABSENT : found.version())) {
      return new PutOutcome.Conflict();
    }
    RecordVersion next = new RecordVersion("v" + ++versions);
    records.put(key, new StoredRecord(key, next, value));
    return new PutOutcome.Stored(next);
  }

  /** What was delayed arrives. */
  void land() {
    while (!late.isEmpty()) {
      late.remove().run();
    }
  }

  @Override
  public PutOutcome remove(RecordKey key, RecordVersion expected) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    // nothing is open
  }
}
