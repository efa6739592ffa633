package dev.primacy.engine.memory;

import dev.primacy.spi.Engine;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.MessengerProvider;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.SettingDescription;
import dev.primacy.spi.SettingType;
import java.util.List;
import java.util.Optional;

/**
 * Keeps records in this JVM. Stores opened under the same name and cluster see each other, as far
 * as they share this class; what they keep is forgotten when the last of them is closed.
 *
 * @since 0.1
 */
public final class MemoryEngine implements Engine {
  private static final String NAME = "primacy.memory.name";

  /** Creates the engine. */
  public MemoryEngine() {}

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public List<SettingDescription> settings() {
    return List.of(
        new SettingDescription(
            NAME,
            SettingType.NAME,
            Optional.of("default"),
            "Which memory of this JVM to use; applications that name the same share it."));
  }

  @Override
  public RecordStore open(EngineContext context) {
    return new MemoryStore(MemorySpace.enter(space(context)));
  }

  /** The name of the memory that an application shares. */
  static String space(EngineContext context) {
    return context.setting(NAME).orElse("default") + "/" + context.cluster();
  }

  @Override
  public Optional<MessengerProvider> messenger() {
    return Optional.of(new MemoryMessengers());
  }
}
