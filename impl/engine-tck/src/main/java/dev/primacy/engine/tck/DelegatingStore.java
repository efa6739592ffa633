package dev.primacy.engine.tck;

import static java.util.Objects.requireNonNull;

import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoreStatus;
import dev.primacy.spi.StoredRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Hands every call on to another store: what is between a node and its store, to count, hold up or
 * lose what is asked, overrides what it is about.
 *
 * @since 0.1
 */
public abstract class DelegatingStore implements RecordStore {
  private final RecordStore store;

  /**
   * For classes that stand before a store.
   *
   * @param store which is closed with this one
   */
  protected DelegatingStore(RecordStore store) {
    this.store = requireNonNull(store, "store");
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
  public PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
    return store.put(key, expected, value);
  }

  @Override
  public List<StoredRecord> putAndList(
      RecordKey key, RecordVersion expected, byte[] value, Consumer<PutOutcome> written)
      throws StoreException, InterruptedException {
    return store.putAndList(key, expected, value, written);
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
