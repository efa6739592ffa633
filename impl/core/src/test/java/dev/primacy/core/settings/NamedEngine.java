package dev.primacy.core.settings;

import dev.primacy.spi.Engine;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.SettingDescription;
import dev.primacy.spi.SettingType;
import dev.primacy.spi.StoreException;
import java.util.List;
import java.util.Optional;

/** An engine that is there and is never opened. */
record NamedEngine(String name) implements Engine {

  @Override
  public List<SettingDescription> settings() {
    return List.of(
        new SettingDescription(
            "primacy." + name + ".connect", SettingType.ADDRESSES, Optional.empty(), "Where."),
        new SettingDescription(
            "primacy." + name + ".password", SettingType.SECRET, Optional.empty(), "The secret."),
        new SettingDescription(
            "primacy." + name + ".data", SettingType.DIRECTORY, Optional.empty(), "The data."));
  }

  @Override
  public RecordStore open(EngineContext context) throws StoreException {
    throw new StoreException("never opened");
  }
}
