package dev.primacy.engine.tck;

import dev.primacy.spi.Engine;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.SettingDescription;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;

/** What an engine gets to know when a test opens it by itself. */
final class Surroundings implements EngineContext {
  static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(2);

  /** For what has to run out. */
  static final Duration SHORT_TIMEOUT = Duration.ofMillis(400);

  static final Duration LEASE = Duration.ofSeconds(4);

  private final Engine engine;
  private final String cluster;
  private final String node;
  private final Map<String, String> settings;
  private final Duration requestTimeout;
  private final List<Thread> made = new CopyOnWriteArrayList<>();

  Surroundings(
      Engine engine,
      String cluster,
      String node,
      Map<String, String> settings,
      Duration requestTimeout) {
    this.requestTimeout = requestTimeout;
    this.engine = engine;
    this.cluster = cluster;
    this.node = node;
    this.settings = Map.copyOf(settings);
  }

  Surroundings in(String otherCluster) {
    return new Surroundings(engine, otherCluster, node, settings, requestTimeout);
  }

  Surroundings within(Duration otherTimeout) {
    return new Surroundings(engine, cluster, node, settings, otherTimeout);
  }

  /** The threads the engine asked for. */
  List<Thread> made() {
    return made;
  }

  @Override
  public String cluster() {
    return cluster;
  }

  @Override
  public String nodeName() {
    return node;
  }

  @Override
  public Optional<String> setting(String key) {
    return Optional.ofNullable(settings.get(key))
        .or(
            () ->
                engine.settings().stream()
                    .filter(row -> row.key().equals(key))
                    .findFirst()
                    .flatMap(SettingDescription::defaultValue));
  }

  @Override
  public Duration requestTimeout() {
    return requestTimeout;
  }

  @Override
  public Duration lease() {
    return LEASE;
  }

  @Override
  public ThreadFactory threads() {
    return task -> {
      Thread thread = new Thread(task, "primacy-" + node);
      thread.setDaemon(true);
      made.add(thread);
      return thread;
    };
  }
}
