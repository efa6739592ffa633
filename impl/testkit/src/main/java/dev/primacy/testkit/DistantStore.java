package dev.primacy.testkit;

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

/** A store that is reached through a network. */
final class DistantStore implements RecordStore {
  private final RecordStore store;
  private final Network network;

  DistantStore(RecordStore store, Network network) {
    this.store = store;
    this.network = network;
  }

  private void travel() throws StoreException {
    Exception lost = network.travel();
    if (lost != null) {
      throw new StoreException("no answer", lost);
    }
  }

  @Override
  public Optional<StoredRecord> read(RecordKey key) throws StoreException, InterruptedException {
    travel();
    return store.read(key);
  }

  @Override
  public List<StoredRecord> list() throws StoreException, InterruptedException {
    travel();
    return store.list();
  }

  @Override
  public PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
    Exception lost = network.travel();
    return lost == null ? store.put(key, expected, value) : new PutOutcome.Unknown(lost);
  }

  @Override
  public PutOutcome remove(RecordKey key, RecordVersion expected) {
    Exception lost = network.travel();
    return lost == null ? store.remove(key, expected) : new PutOutcome.Unknown(lost);
  }

  @Override
  public boolean watch(Consumer<RecordKey> hint) {
    return store.watch(key -> network.callBack(() -> hint.accept(key)));
  }

  @Override
  public StoreStatus status() {
    return network.isCut()
        ? new StoreStatus(StoreStatus.State.UNREACHABLE, "cut off")
        : store.status();
  }

  @Override
  public void close() {
    store.close();
  }
}
