package dev.primacy.engine.tck;

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

/** A store that is right where nothing is overridden. */
class Wrong implements RecordStore {
  private final RecordStore right;

  Wrong(RecordStore right) {
    this.right = right;
  }

  @Override
  public Optional<StoredRecord> read(RecordKey key) throws StoreException, InterruptedException {
    return right.read(key);
  }

  @Override
  public List<StoredRecord> list() throws StoreException, InterruptedException {
    return right.list();
  }

  @Override
  public PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
    return right.put(key, expected, value);
  }

  @Override
  public PutOutcome remove(RecordKey key, RecordVersion expected) {
    return right.remove(key, expected);
  }

  @Override
  public boolean watch(Consumer<RecordKey> hint) {
    return right.watch(hint);
  }

  @Override
  public StoreStatus status() {
    return right.status();
  }

  @Override
  public void close() {
    right.close();
  }
}
