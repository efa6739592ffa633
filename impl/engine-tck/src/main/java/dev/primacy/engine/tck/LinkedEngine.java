package dev.primacy.engine.tck;

import dev.primacy.spi.Engine;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.SettingDescription;
import dev.primacy.spi.StoreException;
import java.util.List;

/** The engine under test, whose stores lie behind the link of one node. */
final class LinkedEngine implements Engine {
  private final Engine engine;
  private final Link link;

  LinkedEngine(Engine engine, Link link) {
    this.engine = engine;
    this.link = link;
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
  public RecordStore open(EngineContext context) throws StoreException {
    return new LinkedStore(engine.open(context), link);
  }
}
