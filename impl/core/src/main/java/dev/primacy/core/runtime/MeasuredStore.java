package dev.primacy.core.runtime;

import dev.primacy.core.vitals.StoreOperation.Kind;
import dev.primacy.core.vitals.StoreOperation.Outcome;
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

/** A store whose answers are timed. */
final class MeasuredStore implements RecordStore {
  private final RecordStore store;
  private final StoreMeter meter;

  MeasuredStore(RecordStore store, StoreMeter meter) {
    this.store = store;
    this.meter = meter;
  }

  private interface Reading<T> {
    T get() throws StoreException, InterruptedException;
  }

  @Override
  public Optional<StoredRecord> read(RecordKey key) throws StoreException, InterruptedException {
    return reading(Kind.READ, () -> store.read(key));
  }

  @Override
  public List<StoredRecord> list() throws StoreException, InterruptedException {
    return reading(Kind.LIST, store::list);
  }

  private <T> T reading(Kind kind, Reading<T> reading) throws StoreException, InterruptedException {
    long began = meter.nanos();
    Outcome outcome = Outcome.FAILED;
    try {
      T found = reading.get();
      outcome = Outcome.DONE;
      return found;
    } finally {
      meter.completed(kind, outcome, began);
    }
  }

  @Override
  public PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
    long began = meter.nanos();
    PutOutcome outcome = store.put(key, expected, value);
    meter.written(key, outcome, began);
    return outcome;
  }

  @Override
  public List<StoredRecord> putAndList(
      RecordKey key, RecordVersion expected, byte[] value, Consumer<PutOutcome> written)
      throws StoreException, InterruptedException {
    long began = meter.nanos();
    return store.putAndList(
        key,
        expected,
        value,
        outcome -> {
          meter.written(key, outcome, began);
          written.accept(outcome);
        });
  }

  @Override
  public PutOutcome remove(RecordKey key, RecordVersion expected) {
    long began = meter.nanos();
    PutOutcome outcome = store.remove(key, expected);
    meter.completed(Kind.REMOVE, StoreMeter.of(outcome), began);
    return outcome;
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
