package dev.primacy.project;

import dev.primacy.core.settings.SettingsTable;
import dev.primacy.spi.Engine;
import dev.primacy.spi.MessengerProvider;
import dev.primacy.spi.SettingDescription;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Every setting there is: the core's, the engines' and the messengers'. */
final class SettingNames {
  static final List<Engine> ENGINES =
      ServiceLoader.load(Engine.class).stream().map(ServiceLoader.Provider::get).toList();

  static final List<MessengerProvider> MESSENGERS =
      ServiceLoader.load(MessengerProvider.class).stream()
          .map(ServiceLoader.Provider::get)
          .toList();

  static final SettingsTable TABLE = table();

  private SettingNames() {}

  private static SettingsTable table() {
    List<SettingDescription> more =
        Stream.concat(
                ENGINES.stream().map(Engine::settings),
                MESSENGERS.stream().map(MessengerProvider::settings))
            .flatMap(List::stream)
            .toList();
    return SettingsTable.core().with(more);
  }

  static boolean isKnown(String key) {
    return TABLE.find(key).isPresent();
  }

  /** The keys of ours in a properties file that nobody reads; the application's own are its own. */
  static List<String> unknown(String properties) {
    Properties read = new Properties();
    try {
      read.load(new StringReader(properties));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read.stringPropertyNames().stream()
        .filter(key -> key.startsWith("primacy.") && !isKnown(key))
        .sorted()
        .toList();
  }
}
