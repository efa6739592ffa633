package dev.primacy.engine.zookeeper;

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
  private final String nodeName;
  private Duration lease = Duration.ofSeconds(3);
  private Duration requestTimeout = Duration.ofSeconds(2);

  Surroundings(String nodeName) {
    this.nodeName = nodeName;
  }

  Surroundings with(String key, String value) {
    settings.put(key, value);
    return this;
  }

  Surroundings withLease(Duration value) {
    lease = value;
    return this;
  }

  Surroundings withRequestTimeout(Duration value) {
    requestTimeout = value;
    return this;
  }

  /** The threads that were asked for. */
  List<Thread> threadsMade() {
    return made;
  }

  @Override
  public String cluster() {
    return "test";
  }

  @Override
  public String nodeName() {
    return nodeName;
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
    return lease;
  }

  @Override
  public ThreadFactory threads() {
    return task -> {
      Thread thread = new Thread(task, "primacy-" + nodeName);
      thread.setDaemon(true);
      made.add(thread);
      return thread;
    };
  }
}
