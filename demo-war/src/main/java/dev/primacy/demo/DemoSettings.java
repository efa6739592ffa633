package dev.primacy.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;

/**
 * The demo's own settings: system properties, which every server takes, and below them the
 * environment.
 */
@ApplicationScoped
class DemoSettings {

  /** The value of a key; blank counts as not set. */
  Optional<String> text(String key) {
    return Optional.ofNullable(System.getProperty(key))
        .or(() -> Optional.ofNullable(System.getenv(environmentName(key))))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private static String environmentName(String key) {
    return key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
