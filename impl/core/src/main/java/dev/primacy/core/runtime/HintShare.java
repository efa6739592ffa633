package dev.primacy.core.runtime;

import dev.primacy.spi.RecordKey;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Hands each hint to this node first, and then to whoever follows through it. */
final class HintShare implements Consumer<RecordKey> {
  private final Consumer<RecordKey> own;
  private final List<Consumer<RecordKey>> others = new CopyOnWriteArrayList<>();

  HintShare(Consumer<RecordKey> own) {
    this.own = own;
  }

  @Override
  public void accept(RecordKey key) {
    own.accept(key);
    others.forEach(other -> other.accept(key));
  }

  RelaySource.Registration add(Consumer<RecordKey> other) {
    others.add(other);
    return () -> others.remove(other);
  }
}
