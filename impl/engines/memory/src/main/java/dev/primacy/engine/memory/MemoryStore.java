package dev.primacy.engine.memory;

import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoreStatus;
import dev.primacy.spi.StoredRecord;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One application's way to a shared memory. Hints run on the writer's thread. */
final class MemoryStore implements RecordStore {
  private static final String CLOSED = "PRIMACY-3100: this memory store is closed";

  private final MemorySpace space;
  private final List<Consumer<RecordKey>> watchers = new CopyOnWriteArrayList<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  MemoryStore(MemorySpace space) {
    this.space = space;
  }

  @Override
  public Optional<StoredRecord> read(RecordKey key) throws StoreException {
    requireOpen();
    return space.read(key);
  }

  @Override
  public List<StoredRecord> list() throws StoreException {
    requireOpen();
    return space.list();
  }

  private void requireOpen() throws StoreException {
    if (closed.get()) {
      throw new StoreException(CLOSED);
    }
  }

  @Override
  public PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
    if (closed.get()) {
      return new PutOutcome.Refused(new StoreException(CLOSED));
    }
    if (value.length > MAX_VALUE_BYTES) {
      return new PutOutcome.Refused(
          new StoreException(
              "PRIMACY-3101: a record of " + value.length + " bytes is larger than a store takes"));
    }
    return space.put(key, expected, value);
  }

  @Override
  public PutOutcome remove(RecordKey key, RecordVersion expected) {
    return closed.get()
        ? new PutOutcome.Refused(new StoreException(CLOSED))
        : space.remove(key, expected);
  }

  @Override
  public boolean watch(Consumer<RecordKey> hint) {
    watchers.add(hint);
    space.watch(hint);
    return true;
  }

  @Override
  public StoreStatus status() {
    return closed.get()
        ? new StoreStatus(StoreStatus.State.UNREACHABLE, CLOSED)
        : new StoreStatus(StoreStatus.State.HEALTHY, "");
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      watchers.forEach(space::unwatch);
      space.leave();
    }
  }
}
