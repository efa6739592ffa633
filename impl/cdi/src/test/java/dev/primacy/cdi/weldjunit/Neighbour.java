package dev.primacy.cdi.weldjunit;

import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.core.runtime.PrimacyRuntimes;
import dev.primacy.core.runtime.RuntimeSetup;
import dev.primacy.core.settings.MapSettings;
import dev.primacy.engine.memory.MemoryEngine;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Another node of the cluster, in the same JVM, and the settings with which the application under
 * test joins it.
 */
final class Neighbour implements AutoCloseable {
  private final Map<String, String> settings;
  private final PrimacyRuntime runtime;

  private Neighbour(String groups) {
    settings =
        Map.of(
            "primacy.group", "ledger",
            "primacy.groups", groups,
            "primacy.engine", "memory",
            "primacy.memory.name", "t" + UUID.randomUUID(),
            "primacy.lease", "2s");
    runtime =
        PrimacyRuntimes.create(
            RuntimeSetup.of("neighbour")
                .withSource(new MapSettings(settings))
                .withEngines(List.of(new MemoryEngine())));
  }

  /** Makes the settings known; the neighbour itself does not take part yet. */
  static Neighbour absent(String groups) {
    Neighbour made = new Neighbour(groups);
    made.settings.forEach(System::setProperty);
    return made;
  }

  @Override
  public void close() {
    runtime.close();
    settings.keySet().forEach(System::clearProperty);
  }
}
