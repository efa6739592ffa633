package dev.primacy.relay;

import dev.primacy.core.runtime.RelaySource;
import dev.primacy.engine.memory.MemoryEngine;
import dev.primacy.engine.tck.Surroundings;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A relay's own store: one in this JVM, for one cluster. */
final class SharedStore implements RelaySource, AutoCloseable {
  private final String cluster;
  private final List<Consumer<RecordKey>> listeners = new CopyOnWriteArrayList<>();
  private final RecordStore own;

  /** What the relay asks; a test may put something in between. */
  volatile RecordStore store;

  volatile boolean followsOnly;
  volatile Duration lease = Duration.ofSeconds(1);

  SharedStore(String memory, String cluster) {
    this.cluster = cluster;
    MemoryEngine engine = new MemoryEngine();
    own =
        engine.open(Surroundings.of(engine).inCluster(cluster).with("primacy.memory.name", memory));
    own.watch(key -> listeners.forEach(listener -> listener.accept(key)));
    store = own;
  }

  @Override
  public String cluster() {
    return cluster;
  }

  @Override
  public Duration lease() {
    return lease;
  }

  @Override
  public boolean followsOnly() {
    return followsOnly;
  }

  @Override
  public RecordStore store() {
    return store;
  }

  @Override
  public Registration watch(Consumer<RecordKey> hint) {
    listeners.add(hint);
    return () -> listeners.remove(hint);
  }

  int listeners() {
    return listeners.size();
  }

  @Override
  public void close() {
    own.close();
  }
}
