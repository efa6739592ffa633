package dev.primacy.core.runtime;

import dev.primacy.core.dispatch.NamedThreads;
import dev.primacy.core.settings.Reading;
import dev.primacy.core.settings.SettingValues;
import dev.primacy.core.settings.Settings;
import dev.primacy.spi.EngineContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/** What an engine gets to know. */
record Surroundings(
    String cluster,
    String nodeName,
    SettingValues values,
    Duration requestTimeout,
    Duration lease,
    ThreadFactory threads)
    implements EngineContext {
  private static final Duration ANY_LEASE = Duration.ofSeconds(6);

  /** For the engine's checks; values that are wrong themselves are replaced. */
  static Surroundings of(Reading reading, String nodeName, RuntimeSetup setup) {
    SettingValues values = reading.values();
    Duration lease = values.duration("primacy.lease").orElse(ANY_LEASE);
    return new Surroundings(
        values.text("primacy.cluster").orElseThrow(),
        values.text("primacy.node.name").orElse(nodeName),
        values,
        values.duration("primacy.request-timeout").orElse(lease.dividedBy(4)),
        lease,
        threads(setup));
  }

  static Surroundings of(Settings settings, RuntimeSetup setup) {
    return new Surroundings(
        settings.cluster(),
        settings.node().name(),
        settings.values(),
        settings.timing().requestTimeout(),
        settings.timing().lease(),
        threads(setup));
  }

  private static ThreadFactory threads(RuntimeSetup setup) {
    return new NamedThreads(setup.application(), "engine", setup.threads());
  }

  @Override
  public Optional<String> setting(String key) {
    return values.text(key);
  }
}
