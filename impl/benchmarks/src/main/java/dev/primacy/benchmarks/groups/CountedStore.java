package dev.primacy.benchmarks.groups;

import dev.primacy.engine.tck.DelegatingStore;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The store of a {@link CountedEngine}. */
final class CountedStore extends DelegatingStore {
  private final CountedEngine engine;

  CountedStore(CountedEngine engine, RecordStore store) {
    super(store);
    this.engine = engine;
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
    return super.read(key);
  }

  @Override
  public List<StoredRecord> list() throws StoreException, InterruptedException {
    count(CountedEngine.Asked.LIST);
    return super.list();
  }

  @Override
  public PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
    try {
      count(CountedEngine.Asked.WRITE);
    } catch (StoreException gone) {
      return new PutOutcome.Unknown(gone);
    }
    return super.put(key, expected, value);
  }

  /** One call; what the engine makes of it is its own affair. */
  @Override
  public List<StoredRecord> putAndList(
      RecordKey key, RecordVersion expected, byte[] value, Consumer<PutOutcome> written)
      throws StoreException, InterruptedException {
    try {
      count(CountedEngine.Asked.RENEWAL);
    } catch (StoreException gone) {
      written.accept(new PutOutcome.Unknown(gone));
      throw gone;
    }
    return super.putAndList(key, expected, value, written);
  }

  @Override
  public PutOutcome remove(RecordKey key, RecordVersion expected) {
    try {
      count(CountedEngine.Asked.WRITE);
    } catch (StoreException gone) {
      return new PutOutcome.Unknown(gone);
    }
    return super.remove(key, expected);
  }

  @Override
  public boolean watch(Consumer<RecordKey> hint) {
    return super.watch(
        key -> {
          if (!engine.isCut()) {
            hint.accept(key);
          }
        });
  }
}
