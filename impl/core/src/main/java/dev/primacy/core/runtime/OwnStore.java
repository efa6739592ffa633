package dev.primacy.core.runtime;

import dev.primacy.core.settings.Settings;
import dev.primacy.spi.Engine;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import java.time.Duration;
import java.util.function.Consumer;

/** This node's own way to the store, for those who follow through it. */
record OwnStore(Settings settings, StoreKeeper keeper) implements RelaySource {

  @Override
  public String cluster() {
    return settings.cluster();
  }

  @Override
  public Duration lease() {
    return settings.timing().lease();
  }

  @Override
  public boolean followsOnly() {
    return settings.engine().filter(Engine::followsOnly).isPresent();
  }

  @Override
  public RecordStore store() {
    return keeper.store();
  }

  @Override
  public Registration watch(Consumer<RecordKey> hint) {
    return keeper.share(hint);
  }
}
