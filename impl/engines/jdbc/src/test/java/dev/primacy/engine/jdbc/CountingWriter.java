package dev.primacy.engine.jdbc;

import static dev.primacy.engine.tck.Records.LEDGER;
import static dev.primacy.engine.tck.Records.bytes;

import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;

/** A process that counts in a record and says what became of each number, whatever it is. */
final class CountingWriter {

  private CountingWriter() {}

  public static void main(String[] arguments) throws Exception {
    try (RecordStore store =
        new JdbcEngine().open(Given.url(arguments[0]).with(Settings.USER, "sa"))) {
      RecordVersion version = RecordVersion.ABSENT;
      for (int number = 1; !System.out.checkError(); number++) {
        PutOutcome outcome = store.put(LEDGER, version, bytes("" + number));
        System.out.println(outcome.getClass().getSimpleName() + " " + number);
        version = outcome instanceof PutOutcome.Stored done ? done.version() : now(store, version);
      }
    }
  }

  private static RecordVersion now(RecordStore store, RecordVersion known)
      throws InterruptedException {
    try {
      return store.read(LEDGER).map(StoredRecord::version).orElse(RecordVersion.ABSENT);
    } catch (StoreException noAnswer) {
      return known;
    }
  }
}
