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
 * @param kept what stays of it in the server unless it is released
 */
record MicroProfileSettings(Config config, Optional<Config> kept) implements SettingsSource {
  private static final String PREFIX = "primacy.";

  /** GlassFish's, which is Helidon's: it keeps what it made for a class loader for ever. */
  private static final String KEEPING = "org.glassfish.microprofile.config.";

  /**
   * The configuration of the application whose class loader the thread has.
   *
   * @throws IllegalStateException if there is the API alone
   */
  static SettingsSource current() {
    Config config = ConfigProvider.getConfig();
    ConfigProviderResolver resolver = ConfigProviderResolver.instance();
    boolean keeps = resolver.getClass().getName().startsWith(KEEPING);
    // what it knows is behind what it gives out, and is no longer found when the application ends
    return new MicroProfileSettings(
        config, keeps ? Optional.of(config.unwrap(Config.class)) : Optional.empty());
  }

  /**
   * Lets go of the application, whose class loader would stay otherwise: others do so themselves,
   * and may have registered what is not ours to remove.
   */
  void release() {
    kept.ifPresent(ConfigProviderResolver.instance()::releaseConfig);
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
