package dev.primacy.engine.relay;

import static dev.primacy.engine.relay.Messages.LOG;

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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Writes only the node records it was the one to create: those of this node's incarnations.
 * Everything else is refused here, before anything is sent; the relay refuses it as well.
 */
final class OwnRecordOnly implements RecordStore {
  private final RecordStore store;
  private final Set<RecordKey> own = ConcurrentHashMap.newKeySet();

  OwnRecordOnly(RecordStore store) {
    this.store = store;
  }

  private boolean mayWrite(RecordKey key, RecordVersion expected) {
    if (key.kind() == RecordKind.NODE && expected.equals(RecordVersion.ABSENT)) {
      own.add(key);
    }
    return own.contains(key);
  }

  private static PutOutcome refused() {
    return new PutOutcome.Refused(new StoreException(LOG.notOwn()));
  }

  @Override
  public PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
    return mayWrite(key, expected) ? store.put(key, expected, value) : refused();
  }

  @Override
  public List<StoredRecord> putAndList(
      RecordKey key, RecordVersion expected, byte[] value, Consumer<PutOutcome> written)
      throws StoreException, InterruptedException {
    if (mayWrite(key, expected)) {
      return store.putAndList(key, expected, value, written);
    }
    written.accept(refused());
    throw new StoreException(LOG.notOwn());
  }

  @Override
  public PutOutcome remove(RecordKey key, RecordVersion expected) {
    return refused();
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
  public void close() {
    store.close();
  }
}
