package dev.primacy.spi;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One row of the settings table, from which validation, the reference page and IDE metadata come.
 *
 * @param key the whole key; {@code *} stands for one name segment
 * @param type how its value is checked
 * @param defaultValue used when it is not set; empty if then there is no value
 * @param description what it does and what breaks when it is too large or too small
 * @since 0.1
 */
public record SettingDescription(
    String key, SettingType type, Optional<String> defaultValue, String description) {

  /** Checks the components. */
  public SettingDescription {
    requireNonNull(key, "key");
    requireNonNull(type, "type");
    requireNonNull(defaultValue, "defaultValue");
    requireNonNull(description, "description");
  }
}
