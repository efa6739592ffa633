package dev.primacy.engine.tck;

import dev.primacy.spi.Engine;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.StoreException;

/** The engine under test, whose stores lie behind the link of one node. */
final class LinkedEngine extends DelegatingEngine {
  private final Link link;

  LinkedEngine(Engine engine, Link link) {
    super(engine);
    this.link = link;
  }

  @Override
  public RecordStore open(EngineContext context) throws StoreException {
    return new LinkedStore(super.open(context), link);
  }
}
