package dev.primacy.core.runtime;

import dev.primacy.engine.memory.MemoryEngine;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoredRecord;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/** Reaches into the records of a cluster past all nodes, as a person with a shell would. */
final class BackDoor implements AutoCloseable {
  private final RecordStore store;

  BackDoor(String cluster) {
    store = new MemoryEngine().open(new Outsider(cluster));
  }

  Optional<StoredRecord> read(RecordKey key) throws Exception {
    return store.read(key);
  }

  /** Writes whatever stands there now. */
  void overwrite(RecordKey key, byte[] value) throws Exception {
    PutOutcome outcome;
    do {
      outcome = store.put(key, versionOf(key), value);
    } while (outcome instanceof PutOutcome.Conflict);
  }

  void remove(RecordKey key) throws Exception {
    PutOutcome outcome;
    do {
      outcome = store.remove(key, versionOf(key));
    } while (outcome instanceof PutOutcome.Conflict);
  }

  void wipe() throws Exception {
    for (StoredRecord record : store.list()) {
      remove(record.key());
    }
  }

  private RecordVersion versionOf(RecordKey key) throws Exception {
    return store.read(key).map(StoredRecord::version).orElse(RecordVersion.ABSENT);
  }

  @Override
  public void close() {
    store.close();
  }

  private record Outsider(String cluster) implements EngineContext {
    @Override
    public String nodeName() {
      return "outsider";
    }

    @Override
    public Optional<String> setting(String key) {
      return Optional.of("default");
    }

    @Override
    public Duration requestTimeout() {
      return Duration.ofSeconds(1);
    }

    @Override
    public Duration lease() {
      return Duration.ofSeconds(1);
    }

    @Override
    public ThreadFactory threads() {
      return Thread::new;
    }
  }
}
