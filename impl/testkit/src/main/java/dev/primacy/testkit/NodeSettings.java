package dev.primacy.testkit;

import dev.primacy.core.settings.SettingsSource;
import dev.primacy.spi.Engine;
import dev.primacy.spi.SettingDescription;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The application's settings, as far as they are not the test's or the kit's. */
record NodeSettings(SettingsSource application, Map<String, String> test, Set<String> ignored)
    implements SettingsSource {
  private static final Set<String> ENGINE =
      Set.of("primacy.engine", "primacy.messenger", "primacy.enabled", "primacy.node.name");

  static NodeSettings of(
      SettingsSource application, List<Engine> engines, Map<String, String> test) {
    Set<String> ignored =
        engines.stream()
            .flatMap(engine -> engine.settings().stream())
            .map(SettingDescription::key)
            .collect(Collectors.toCollection(TreeSet::new));
    ignored.addAll(ENGINE);
    return new NodeSettings(application, test, ignored);
  }

  @Override
  public Optional<String> value(String key) {
    String own = test.get(key);
    if (own != null) {
      return Optional.of(own);
    }
    return ignored.contains(key) ? Optional.empty() : application.value(key).or(() -> group(key));
  }

  /** The guard is always on, also of an application that configured no group yet. */
  private Optional<String> group(String key) {
    boolean grouped =
        application.value("primacy.groups").isPresent() || test.containsKey("primacy.groups");
    return key.equals("primacy.group") && !grouped ? Optional.of(Cluster.GROUP) : Optional.empty();
  }

  @Override
  public Set<String> keys() {
    Set<String> keys = new TreeSet<>(application.keys());
    keys.removeAll(ignored);
    keys.addAll(test.keySet());
    keys.add("primacy.group");
    return keys;
  }
}
