package dev.primacy.core.runtime;

import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoreStatus;
import dev.primacy.spi.StoredRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A store that does not hint by itself: other nodes are told of what this one has written, of
 * groups and of its own coming. Renewals are not told: nobody waits for them.
 */
final class TellingStore implements RecordStore {
  private final RecordStore store;
  private final Consumer<RecordKey> others;

  TellingStore(RecordStore store, Consumer<RecordKey> others) {
    this.store = store;
    this.others = others;
  }

  @Override
  public PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
    PutOutcome outcome = store.put(key, expected, value);
    tell(key, expected, outcome);
    return outcome;
  }

  private void tell(RecordKey key, RecordVersion expected, PutOutcome outcome) {
    if (outcome instanceof PutOutcome.Stored && isNews(key, expected)) {
      others.accept(key);
    }
  }

  private static boolean isNews(RecordKey key, RecordVersion expected) {
    return key.kind() == RecordKind.GROUP
        || (key.kind() == RecordKind.NODE && expected.equals(RecordVersion.ABSENT));
  }

  @Override
  public Optional<StoredRecord> read(RecordKey key) throws StoreException, InterruptedException {
    return store.read(key);
  }

  @Override
  public List<StoredRecord> list() throws StoreException, InterruptedException {
    return store.list();
  }

  @Override
  public List<StoredRecord> putAndList(
      RecordKey key, RecordVersion expected, byte[] value, Consumer<PutOutcome> written)
      throws StoreException, InterruptedException {
    return store.putAndList(
        key,
        expected,
        value,
        outcome -> {
          written.accept(outcome);
          tell(key, expected, outcome);
        });
  }

  @Override
  public PutOutcome remove(RecordKey key, RecordVersion expected) {
    return store.remove(key, expected);
  }

  @Override
  public boolean watch(Consumer<RecordKey> hint) {
    return store.watch(hint);
  }

  @Override
  public StoreStatus status() {
    return store.status();
  }

  @Override
  public Optional<String> endpoint() {
    return store.endpoint();
  }

  @Override
  public boolean servesPeers() {
    return store.servesPeers();
  }

  @Override
  public void close() {
    store.close();
  }
}
