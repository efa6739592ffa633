package dev.primacy.core.settings;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Settings given in code, over those of another source.
 *
 * @since 0.1
 */
public final class MapSettings implements SettingsSource {
  private final Map<String, String> values;

  /**
   * Makes a source.
   *
   * @param values keys and values
   */
  public MapSettings(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  @Override
  public Optional<String> value(String key) {
    return Optional.ofNullable(values.get(key)).filter(value -> !value.isBlank());
  }

  @Override
  public Set<String> keys() {
    return values.keySet();
  }
}
