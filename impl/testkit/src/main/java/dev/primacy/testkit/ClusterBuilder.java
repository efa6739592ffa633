package dev.primacy.testkit;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Describes a cluster of a test.
 *
 * @since 0.1
 */
public final class ClusterBuilder {
  private static final long SEED = 1;
  private static final Duration LEASE = Duration.ofSeconds(6);

  private final int nodes;
  private final Map<String, String> settings = new HashMap<>();
  private final Set<Class<?>> beans = new HashSet<>();
  private final Set<String> plain = new HashSet<>();
  private Duration lease = LEASE;
  private long seed = SEED;
  private boolean deployed;

  ClusterBuilder(int nodes) {
    this.nodes = nodes;
  }

  /**
   * Deploys beans into a container on each node.
   *
   * @param classes of the application, and doubles of what it talks to
   * @return this
   */
  public ClusterBuilder beans(Class<?>... classes) {
    beans.addAll(List.of(classes));
    deployed = true;
    return this;
  }

  /**
   * Sets a setting for all nodes.
   *
   * @param key such as {@code primacy.drain-timeout}
   * @param value as in a configuration
   * @return this
   */
  public ClusterBuilder set(String key, String value) {
    settings.put(key, value);
    return this;
  }

  /**
   * Sets the lease; 6 seconds of virtual time unless it is.
   *
   * @param length of the lease
   * @return this
   */
  public ClusterBuilder lease(Duration length) {
    lease = length;
    return this;
  }

  /**
   * Sets where chance begins: other seeds give other orders and other primaries.
   *
   * @param number any
   * @return this
   */
  public ClusterBuilder seed(long number) {
    seed = number;
    return this;
  }

  ClusterBuilder plain(String node) {
    plain.add(node);
    return this;
  }

  /**
   * Starts it, and lets time pass until it is settled.
   *
   * @return the cluster, to be closed
   */
  public Cluster start() {
    Map<String, String> all = new HashMap<>(settings);
    all.put("primacy.engine", "memory");
    all.put("primacy.memory.name", "k" + UUID.randomUUID());
    all.put("primacy.shutdown-hook", "false");
    all.put("primacy.lease", lease.toString());
    return new Cluster(
        new ClusterPlan(
            nodes, seed, lease, Map.copyOf(all), Set.copyOf(beans), Set.copyOf(plain), deployed));
  }
}
