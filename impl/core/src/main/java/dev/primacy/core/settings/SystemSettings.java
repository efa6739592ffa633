package dev.primacy.core.settings;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * System properties over environment variables, which are found under the names MicroProfile Config
 * gives them: {@code primacy.node.name} as it stands, then {@code primacy_node_name}, then {@code
 * PRIMACY_NODE_NAME}.
 *
 * @since 0.1
 */
public final class SystemSettings implements SettingsSource {
  private static final String PREFIX = "primacy.";
  private static final String ATTRIBUTES = "primacy.node.attributes.";

  private static final Pattern OTHER_THAN_ALPHANUMERIC = Pattern.compile("[^A-Za-z0-9]");

  private final Properties properties;
  private final Map<String, String> environment;

  /** Reads the process's own. */
  public SystemSettings() {
    this(System.getProperties(), System.getenv());
  }

  /**
   * Reads what it is given.
   *
   * @param properties system properties
   * @param environment environment variables
   */
  public SystemSettings(Properties properties, Map<String, String> environment) {
    this.properties = properties;
    this.environment = environment;
  }

  @Override
  public Optional<String> value(String key) {
    String alphanumeric = OTHER_THAN_ALPHANUMERIC.matcher(key).replaceAll("_");
    return present(properties.getProperty(key))
        .or(() -> present(environment.get(key)))
        .or(() -> present(environment.get(alphanumeric)))
        .or(() -> present(environment.get(alphanumeric.toUpperCase(Locale.ROOT))));
  }

  private static Optional<String> present(@Nullable String value) {
    return Optional.ofNullable(value).filter(text -> !text.isBlank());
  }

  /**
   * {@inheritDoc}
   *
   * <p>Of the environment only keys as they stand and attributes are listed: any other variable may
   * belong to somebody else.
   */
  @Override
  public Set<String> keys() {
    Set<String> keys = new HashSet<>();
    properties.stringPropertyNames().stream().filter(this::isOurs).forEach(keys::add);
    environment.keySet().stream().filter(this::isOurs).forEach(keys::add);
    String attribute = ATTRIBUTES.replace('.', '_').toUpperCase(Locale.ROOT);
    environment.keySet().stream()
        .filter(name -> name.startsWith(attribute))
        .map(name -> ATTRIBUTES + name.substring(attribute.length()).toLowerCase(Locale.ROOT))
        .forEach(keys::add);
    return keys;
  }

  private boolean isOurs(String key) {
    return key.startsWith(PREFIX);
  }
}
