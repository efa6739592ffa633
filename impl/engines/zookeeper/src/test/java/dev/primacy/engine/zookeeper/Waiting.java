package dev.primacy.engine.zookeeper;

import static dev.primacy.engine.tck.Records.bytes;
import static org.awaitility.Awaitility.await;

import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoreStatus;
import dev.primacy.spi.StoredRecord;
import java.time.Duration;
import java.util.Optional;

/** Conditions that a test waits for. */
final class Waiting {

  static final Duration LONG = Duration.ofSeconds(20);

  private Waiting() {}

  static void awaitState(RecordStore store, StoreStatus.State state) {
    await().atMost(LONG).until(() -> store.status().state() == state);
  }

  /** Writes until it works, whatever is there. */
  static RecordVersion awaitWritten(RecordStore store, RecordKey key, String value) {
    RecordVersion[] written = new RecordVersion[1];
    await()
        .atMost(LONG)
        .ignoreException(StoreException.class)
        .until(
            () -> {
              Optional<StoredRecord> found = store.read(key);
              RecordVersion known = found.map(StoredRecord::version).orElse(RecordVersion.ABSENT);
              PutOutcome outcome = store.put(key, known, bytes(value));
              if (outcome instanceof PutOutcome.Stored stored) {
                written[0] = stored.version();
              }
              return written[0] != null;
            });
    return written[0];
  }
}
