package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Keys.LEDGER;
import static dev.primacy.engine.jdbc.Keys.bytes;
import static dev.primacy.engine.jdbc.Keys.created;
import static dev.primacy.engine.jdbc.Keys.stored;

import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;

/** A process that counts in a record, says each number when it is confirmed, and is killed. */
final class CrashingWriter {

  private CrashingWriter() {}

  public static void main(String[] arguments) throws Exception {
    Surroundings surroundings = Surroundings.at(arguments[0]).with(Settings.USER, "sa");
    try (RecordStore store = new JdbcEngine().open(surroundings)) {
      RecordVersion version = created(store, LEDGER, "0");
      for (int number = 1; !System.out.checkError(); number++) {
        version = stored(store.put(LEDGER, version, bytes("" + number)));
        System.out.println(number);
      }
    }
  }
}
