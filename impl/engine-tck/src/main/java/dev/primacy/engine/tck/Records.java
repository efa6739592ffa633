package dev.primacy.engine.tck;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Assertions;

/** The few lines every test of a store needs. */
final class Records {
  private Records() {}

  static RecordKey group(String name) {
    return new RecordKey(RecordKind.GROUP, name);
  }

  /** Nodes are named by their incarnation. */
  static RecordKey node() {
    return new RecordKey(RecordKind.NODE, UUID.randomUUID().toString());
  }

  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  static String text(StoredRecord record) {
    return new String(record.value(), UTF_8);
  }

  static String text(RecordStore store, RecordKey key) throws Exception {
    return store.read(key).map(Records::text).orElse("nothing");
  }

  /** Where nothing disturbs it, a write has to be known to have happened. */
  static RecordVersion stored(PutOutcome outcome) {
    Assertions.assertThat(outcome).isInstanceOf(PutOutcome.Stored.class);
    return ((PutOutcome.Stored) outcome).version();
  }

  static RecordVersion created(RecordStore store, RecordKey key, String value) {
    return stored(store.put(key, RecordVersion.ABSENT, bytes(value)));
  }

  static RecordVersion version(RecordStore store, RecordKey key)
      throws StoreException, InterruptedException {
    return store.read(key).map(StoredRecord::version).orElse(RecordVersion.ABSENT);
  }

  /** Removes a record whatever it has become since. */
  static void remove(RecordStore store, StoredRecord record)
      throws StoreException, InterruptedException {
    RecordVersion version = record.version();
    while (!(store.remove(record.key(), version) instanceof PutOutcome.Stored)) {
      Optional<StoredRecord> found = store.read(record.key());
      if (found.isEmpty()) {
        return;
      }
      version = found.get().version();
    }
  }

  /** Writes until it is known to have happened, whatever is there. */
  static RecordVersion write(RecordStore store, RecordKey key, String value)
      throws InterruptedException {
    while (true) {
      try {
        if (store.put(key, version(store, key), bytes(value)) instanceof PutOutcome.Stored done) {
          return done.version();
        }
      } catch (StoreException away) {
        Waiting.aMoment();
      }
    }
  }
}
