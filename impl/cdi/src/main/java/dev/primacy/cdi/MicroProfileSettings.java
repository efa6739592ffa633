package dev.primacy.cdi;

import dev.primacy.core.settings.SettingsSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

/**
 * The application's MicroProfile Config. A class of its own, because the API may be absent.
 *
 * @param config the application's configuration
 */
record MicroProfileSettings(Config config) implements SettingsSource {
  private static final String PREFIX = "primacy.";

  /** Of Helidon, which GlassFish has as well: it keeps what it made for a class loader for ever. */
  private static final String KEEPING = "io.helidon.config.mp.";

  /**
   * The configuration of the application whose class loader the thread has.
   *
   * @throws IllegalStateException if there is the API alone
   */
  static SettingsSource current() {
    return new MicroProfileSettings(ConfigProvider.getConfig());
  }

  /**
   * Lets go of the application, whose class loader would stay otherwise: others do so themselves,
   * and may have registered what is not ours to remove.
   */
  void release() {
    ConfigProviderResolver resolver = ConfigProviderResolver.instance();
    if (resolver.getClass().getName().startsWith(KEEPING)) {
      resolver.releaseConfig(config);
    }
  }

  @Override
  public Optional<String> value(String key) {
    return config.getOptionalValue(key, String.class).filter(text -> !text.isBlank());
  }

  @Override
  public Set<String> keys() {
    return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
        .filter(name -> name.startsWith(PREFIX))
        .collect(Collectors.toSet());
  }
}
