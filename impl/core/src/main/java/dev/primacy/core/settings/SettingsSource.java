package dev.primacy.core.settings;

import java.util.Optional;
import java.util.Set;

/**
 * Where configured values come from. Read once, at deployment.
 *
 * @since 0.1
 */
public interface SettingsSource {

  /**
   * The value of a key.
   *
   * @param key for example {@code primacy.lease}
   * @return empty if it is not configured, or is blank
   */
  Optional<String> value(String key);

  /**
   * All configured keys below {@code primacy.}, as far as the source can list them.
   *
   * @return the keys
   */
  Set<String> keys();
}
