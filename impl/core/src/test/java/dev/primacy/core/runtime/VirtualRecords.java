package dev.primacy.core.runtime;

import dev.primacy.core.elector.Input;
import dev.primacy.core.elector.Request;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoredRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Linearizable registers in one thread. */
final class VirtualRecords {
  private final Map<RecordKey, StoredRecord> records = new HashMap<>();
  private final Consumer<RecordKey> changed;
  private long versions;

  VirtualRecords(Consumer<RecordKey> changed) {
    this.changed = changed;
  }

  /** What it answers to each number of the request. */
  List<Input> ask(long number, Request request) {
    if (request instanceof Request.PutAndList both) {
      return List.of(
          new Input.Written(number, put(both.put())), new Input.Found(number + 1, list()));
    }
    if (request instanceof Request.Put put) {
      return List.of(new Input.Written(number, put(put)));
    }
    if (request instanceof Request.Remove remove) {
      return List.of(new Input.Written(number, remove(remove)));
    }
    return List.of(
        new Input.Found(
            number,
            request instanceof Request.Read read
                ? list().stream().filter(found -> found.key().equals(read.key())).toList()
                : list()));
  }

  private List<StoredRecord> list() {
    return List.copyOf(records.values());
  }

  private PutOutcome put(Request.Put put) {
    if (!put.expected().equals(versionOf(put.key()))) {
      return new PutOutcome.Conflict();
    }
    RecordVersion version = new RecordVersion("v" + ++versions);
    records.put(put.key(), new StoredRecord(put.key(), version, put.value()));
    changed.accept(put.key());
    return new PutOutcome.Stored(version);
  }

  private PutOutcome remove(Request.Remove remove) {
    if (!remove.expected().equals(versionOf(remove.key()))) {
      return new PutOutcome.Conflict();
    }
    records.remove(remove.key());
    changed.accept(remove.key());
    return new PutOutcome.Stored(RecordVersion.ABSENT);
  }

  private RecordVersion versionOf(RecordKey key) {
    StoredRecord found = records.get(key);
    return found == null ? RecordVersion.ABSENT : found.version();
  }
}
