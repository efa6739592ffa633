package dev.primacy.engine.jdbc;

import static dev.primacy.engine.tck.Records.LEDGER;
import static dev.primacy.engine.tck.Records.bytes;
import static dev.primacy.engine.tck.Records.created;
import static dev.primacy.engine.tck.Records.stored;

import dev.primacy.engine.tck.Surroundings;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;

/** A process that counts in a record, says each number when it is confirmed, and is killed. */
final class CrashingWriter {

  private CrashingWriter() {}

  public static void main(String[] arguments) throws Exception {
    Surroundings surroundings = Given.url(arguments[0]).with(Settings.USER, "sa");
    try (RecordStore store = new JdbcEngine().open(surroundings)) {
      RecordVersion version = created(store, LEDGER, "0");
      for (int number = 1; !System.out.checkError(); number++) {
        version = stored(store.put(LEDGER, version, bytes("" + number)));
        System.out.println(number);
      }
    }
  }
}
