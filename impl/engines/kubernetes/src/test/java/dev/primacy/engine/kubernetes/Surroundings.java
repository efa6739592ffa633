package dev.primacy.engine.kubernetes;

import dev.primacy.spi.EngineContext;
import dev.primacy.spi.SettingDescription;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;

/** What the engine gets to know in a test. */
final class Surroundings implements EngineContext {

  private final Map<String, String> settings = new HashMap<>();
  private final List<Thread> made = new CopyOnWriteArrayList<>();
  private Duration requestTimeout = Duration.ofSeconds(2);
  private String cluster = "test";

  static Surroundings at(String url) {
    return new Surroundings().with(Settings.API_SERVER, url);
  }

  Surroundings with(String key, String value) {
    settings.put(key, value);
    return this;
  }

  Surroundings withRequestTimeout(Duration value) {
    requestTimeout = value;
    return this;
  }

  Surroundings inCluster(String name) {
    cluster = name;
    return this;
  }

  /** The threads that were asked for. */
  List<Thread> threadsMade() {
    return made;
  }

  @Override
  public String cluster() {
    return cluster;
  }

  @Override
  public String nodeName() {
    return "n1";
  }

  @Override
  public Optional<String> setting(String key) {
    SettingDescription description =
        Settings.ALL.stream().filter(row -> row.key().equals(key)).findFirst().orElseThrow();
    return Optional.ofNullable(settings.get(key)).or(description::defaultValue);
  }

  @Override
  public Duration requestTimeout() {
    return requestTimeout;
  }

  @Override
  public Duration lease() {
    return requestTimeout.multipliedBy(4);
  }

  @Override
  public ThreadFactory threads() {
    return task -> {
      Thread thread = new Thread(task, "primacy-test");
      thread.setDaemon(true);
      made.add(thread);
      return thread;
    };
  }
}
