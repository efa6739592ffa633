package dev.primacy.testkit;

import dev.primacy.engine.memory.MemoryEngine;
import dev.primacy.spi.Engine;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.SettingDescription;
import java.util.List;

/** The memory engine, at the end of a network that may fail. */
final class TestEngine implements Engine {
  private final MemoryEngine memory = new MemoryEngine();
  private final Network network;

  TestEngine(Network network) {
    this.network = network;
  }

  @Override
  public String name() {
    return memory.name();
  }

  @Override
  public List<SettingDescription> settings() {
    return memory.settings();
  }

  @Override
  public RecordStore open(EngineContext context) {
    return new DistantStore(memory.open(context), network);
  }
}
