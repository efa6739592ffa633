package dev.primacy.core.runtime;

import dev.primacy.core.history.FakeArchive;
import dev.primacy.engine.memory.MemoryEngine;
import dev.primacy.spi.Engine;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.EventArchive;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.SettingDescription;
import java.util.List;
import java.util.Optional;

/** The engine in memory, with an archive. */
final class ArchivingEngine implements Engine {
  final FakeArchive archive = new FakeArchive();
  private final MemoryEngine memory = new MemoryEngine();

  @Override
  public String name() {
    return memory.name();
  }

  @Override
  public List<SettingDescription> settings() {
    return memory.settings();
  }

  @Override
  public Optional<EventArchive> archive(EngineContext context) {
    return Optional.of(archive);
  }

  @Override
  public RecordStore open(EngineContext context) {
    return memory.open(context);
  }
}
