package dev.primacy.engine.jdbc;

import static dev.primacy.engine.tck.Records.bytes;
import static dev.primacy.engine.tck.Records.stored;

import dev.primacy.engine.tck.Surroundings;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoredRecord;
import java.util.Optional;

/** What the engine gets to know in a test. */
final class Given {

  private Given() {}

  static Surroundings nothing() {
    return Surroundings.of(new JdbcEngine());
  }

  /** The address of a database. */
  static Surroundings url(String url) {
    return nothing().with(Settings.URL, url);
  }

  /** A record, over whatever is there. */
  static void write(RecordStore store, RecordKey key, String value) throws Exception {
    Optional<StoredRecord> found = store.read(key);
    stored(
        store.put(
            key, found.map(StoredRecord::version).orElse(RecordVersion.ABSENT), bytes(value)));
  }
}
