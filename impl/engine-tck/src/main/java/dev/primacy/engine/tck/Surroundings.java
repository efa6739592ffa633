package dev.primacy.engine.tck;

import static java.util.Objects.requireNonNull;

import dev.primacy.spi.Engine;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.MessengerProvider;
import dev.primacy.spi.SettingDescription;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;

/**
 * What an engine gets to know when a test opens it by itself: in the suite's own tests, and in
 * those an engine has besides.
 *
 * <p>Immutable but for the threads it made: each {@code with…} returns another one, which has made
 * none. May be used by several threads.
 *
 * @since 0.1
 */
public final class Surroundings implements EngineContext {
  static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(2);

  /** For what has to run out. */
  static final Duration SHORT_TIMEOUT = Duration.ofMillis(400);

  private static final Duration LEASE = Duration.ofSeconds(4);

  /** What it tells. */
  private record Told(
      String cluster,
      String node,
      Map<String, String> settings,
      Duration requestTimeout,
      Duration lease) {}

  /** Whose they are. */
  private record Owner(String name, List<SettingDescription> settings) {}

  private final Owner owner;
  private final Told told;
  private final CountDownLatch begin;
  private final List<Thread> made = new CopyOnWriteArrayList<>();

  private Surroundings(Owner owner, Told told, CountDownLatch begin) {
    this.owner = owner;
    this.told = told;
    this.begin = begin;
  }

  /**
   * Those of a node {@code n1} in a cluster {@code test}, with a request timeout of 2 s, a lease of
   * 4 s, and nothing set.
   *
   * @param engine whose settings have defaults
   * @return the surroundings
   */
  public static Surroundings of(Engine engine) {
    requireNonNull(engine, "engine");
    return of(new Owner(engine.name(), engine.settings()));
  }

  /**
   * The same of a messenger that needs no engine.
   *
   * @param messenger whose settings have defaults
   * @return the surroundings
   */
  public static Surroundings of(MessengerProvider messenger) {
    requireNonNull(messenger, "messenger");
    return of(new Owner(messenger.name(), messenger.settings()));
  }

  private static Surroundings of(Owner owner) {
    Told told = new Told("test", "n1", Map.of(), REQUEST_TIMEOUT, LEASE);
    return new Surroundings(owner, told, new CountDownLatch(0));
  }

  /**
   * With a setting.
   *
   * @param key the whole key
   * @param value in place of the one it had, or of its default
   * @return others
   */
  public Surroundings with(String key, String value) {
    return with(Map.of(key, value));
  }

  /**
   * With some settings.
   *
   * @param settings whole keys and their values
   * @return others
   */
  public Surroundings with(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(told.settings);
    all.putAll(settings);
    return told(
        new Told(told.cluster, told.node, Map.copyOf(all), told.requestTimeout, told.lease));
  }

  /**
   * In another cluster.
   *
   * @param cluster its name
   * @return others
   */
  public Surroundings inCluster(String cluster) {
    return told(new Told(cluster, told.node, told.settings, told.requestTimeout, told.lease));
  }

  /**
   * Of another node.
   *
   * @param node its name
   * @return others
   */
  public Surroundings ofNode(String node) {
    return told(new Told(told.cluster, node, told.settings, told.requestTimeout, told.lease));
  }

  /**
   * With another request timeout.
   *
   * @param requestTimeout how long one request may take
   * @return others
   */
  public Surroundings withRequestTimeout(Duration requestTimeout) {
    return told(new Told(told.cluster, told.node, told.settings, requestTimeout, told.lease));
  }

  /**
   * With another lease.
   *
   * @param lease the node's lease
   * @return others
   */
  public Surroundings withLease(Duration lease) {
    return told(new Told(told.cluster, told.node, told.settings, told.requestTimeout, lease));
  }

  /**
   * With threads that begin late, as those of a container do while an application starts.
   *
   * @param started their work begins when this is zero
   * @return others
   */
  public Surroundings withThreadsAfter(CountDownLatch started) {
    return new Surroundings(owner, told, requireNonNull(started, "started"));
  }

  private Surroundings told(Told other) {
    return new Surroundings(owner, other, begin);
  }

  /**
   * The threads the engine asked for, in the order of its asking: all are to have ended some time
   * after it was closed.
   *
   * @return as many as there are by now, and those that are yet to come
   */
  public List<Thread> threadsMade() {
    return Collections.unmodifiableList(made);
  }

  @Override
  public String cluster() {
    return told.cluster;
  }

  @Override
  public String nodeName() {
    return told.node;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the engine does not describe this setting, so that nobody
   *     could have set it
   */
  @Override
  public Optional<String> setting(String key) {
    SettingDescription description =
        owner.settings().stream()
            .filter(row -> isOf(row, key))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException(owner.name() + " describes no setting " + key));
    return Optional.ofNullable(told.settings.get(key)).or(description::defaultValue);
  }

  /** A star stands for one segment of the name. */
  private static boolean isOf(SettingDescription row, String key) {
    String[] described = row.key().split("\\.");
    String[] asked = key.split("\\.");
    boolean same = described.length == asked.length;
    for (int i = 0; same && i < asked.length; i++) {
      same = described[i].equals("*") || described[i].equals(asked[i]);
    }
    return same;
  }

  @Override
  public Duration requestTimeout() {
    return told.requestTimeout;
  }

  @Override
  public Duration lease() {
    return told.lease;
  }

  @Override
  public ThreadFactory threads() {
    return task -> {
      Thread thread = new Thread(() -> begin(task), "primacy-" + told.node);
      thread.setDaemon(true);
      made.add(thread);
      return thread;
    };
  }

  private void begin(Runnable task) {
    try {
      begin.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the task has to see it
    }
    task.run();
  }
}
