package dev.primacy.core.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Values by key: configured, else the table's default. Checked before, so reading never fails for a
 * key that has a value.
 *
 * @since 0.1
 */
public final class SettingValues {
  private final SettingsTable table;
  private final SettingsSource source;

  /**
   * Makes the view of a source through a table.
   *
   * @param table what there is
   * @param source what is configured
   */
  public SettingValues(SettingsTable table, SettingsSource source) {
    this.table = table;
    this.source = source;
  }

  /**
   * The table.
   *
   * @return the table
   */
  public SettingsTable table() {
    return table;
  }

  /**
   * What is configured.
   *
   * @param key a whole key
   * @return empty if it is not configured
   */
  public Optional<String> configured(String key) {
    return source.value(key).map(String::trim).filter(value -> !value.isEmpty());
  }

  /**
   * The value.
   *
   * @param key a whole key
   * @return configured or default; empty if there is neither
   */
  public Optional<String> text(String key) {
    return configured(key)
        .or(() -> table.find(key).flatMap(row -> row.description().defaultValue()));
  }

  /**
   * The value as a duration.
   *
   * @param key a whole key
   * @return empty if there is neither value nor default
   */
  public Optional<Duration> duration(String key) {
    return text(key).flatMap(SettingText::duration);
  }

  /**
   * The value as a list of names.
   *
   * @param key a whole key
   * @return empty if there is neither value nor default
   */
  public List<String> names(String key) {
    return text(key).map(SettingText::list).orElse(List.of());
  }

  /**
   * The value as a whole number.
   *
   * @param key a key that has a default
   * @return the number
   */
  public int integer(String key) {
    return Integer.parseInt(text(key).orElseThrow());
  }

  /**
   * The value as a decimal number.
   *
   * @param key a key that has a default
   * @return the number
   */
  public double decimal(String key) {
    return Double.parseDouble(text(key).orElseThrow());
  }

  /**
   * The value as a yes or no.
   *
   * @param key a key that has a default
   * @return the value
   */
  public boolean flag(String key) {
    return Boolean.parseBoolean(text(key).orElseThrow());
  }

  /**
   * All configured values below a prefix, by what follows it.
   *
   * @param prefix with its last dot
   * @return in ascending order
   */
  public NavigableMap<String, String> below(String prefix) {
    NavigableMap<String, String> found = new TreeMap<>();
    for (String key : source.keys()) {
      if (key.startsWith(prefix)) {
        configured(key).ifPresent(value -> found.put(key.substring(prefix.length()), value));
      }
    }
    return found;
  }

  /** The same values, but for some. */
  SettingValues with(Map<String, String> more) {
    SettingsSource before = source;
    return new SettingValues(
        table,
        new SettingsSource() {
          @Override
          public Optional<String> value(String key) {
            return Optional.ofNullable(more.get(key)).or(() -> before.value(key));
          }

          @Override
          public Set<String> keys() {
            Set<String> keys = new TreeSet<>(before.keys());
            keys.addAll(more.keySet());
            return keys;
          }
        });
  }

  SettingsSource source() {
    return source;
  }
}
