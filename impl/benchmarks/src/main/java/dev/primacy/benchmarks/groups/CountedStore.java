package dev.primacy.benchmarks.groups;

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

/** The store of a {@link CountedEngine}. */
final class CountedStore implements RecordStore {
  private final CountedEngine engine;
  private final RecordStore store;

  CountedStore(CountedEngine engine, RecordStore store) {
    this.engine = engine;
    this.store = store;
  }

  private void count(CountedEngine.Asked what) throws StoreException {
    if (engine.isCut()) {
      throw new StoreException("cut off");
    }
    engine.count(what);
  }

  @Override
  public Optional<StoredRecord> read(RecordKey key) throws StoreException, InterruptedException {
    count(CountedEngine.Asked.READ);
    return store.read(key);
  }

  @Override
  public List<StoredRecord> list() throws StoreException, InterruptedException {
    count(CountedEngine.Asked.LIST);
    return store.list();
  }

  @Override
  public PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
    try {
      count(CountedEngine.Asked.WRITE);
    } catch (StoreException gone) {
      return new PutOutcome.Unknown(gone);
    }
    return store.put(key, expected, value);
  }

  @Override
  public PutOutcome remove(RecordKey key, RecordVersion expected) {
    try {
      count(CountedEngine.Asked.WRITE);
    } catch (StoreException gone) {
      return new PutOutcome.Unknown(gone);
    }
    return store.remove(key, expected);
  }

  @Override
  public boolean watch(Consumer<RecordKey> hint) {
    return store.watch(
        key -> {
          if (!engine.isCut()) {
            hint.accept(key);
          }
        });
  }

  @Override
  public StoreStatus status() {
    return store.status();
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
