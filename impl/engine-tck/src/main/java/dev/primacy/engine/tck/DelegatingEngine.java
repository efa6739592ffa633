package dev.primacy.engine.tck;

import static java.util.Objects.requireNonNull;

import dev.primacy.spi.Engine;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.EventArchive;
import dev.primacy.spi.MessengerProvider;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.SettingDescription;
import dev.primacy.spi.StoreException;
import java.util.List;
import java.util.Optional;

/**
 * Hands every call on to another engine, to put a {@link DelegatingStore} before its stores.
 *
 * @since 0.1
 */
public abstract class DelegatingEngine implements Engine {
  private final Engine engine;

  /**
   * For classes that stand before an engine.
   *
   * @param engine whose name and settings this one has
   */
  protected DelegatingEngine(Engine engine) {
    this.engine = requireNonNull(engine, "engine");
  }

  @Override
  public String name() {
    return engine.name();
  }

  @Override
  public List<SettingDescription> settings() {
    return engine.settings();
  }

  @Override
  public List<String> problems(EngineContext context) {
    return engine.problems(context);
  }

  @Override
  public Optional<MessengerProvider> messenger() {
    return engine.messenger();
  }

  @Override
  public boolean followsOnly() {
    return engine.followsOnly();
  }

  @Override
  public Optional<EventArchive> archive(EngineContext context) throws StoreException {
    return engine.archive(context);
  }

  @Override
  public RecordStore open(EngineContext context) throws StoreException {
    return engine.open(context);
  }
}
