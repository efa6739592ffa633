package dev.primacy.core.view;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * The live nodes of the cluster. One thread changes it, at a cost that does not depend on their
 * number; any thread reads, and a snapshot is made only when one is asked for.
 *
 * @since 0.1
 */
public final class ClusterView {
  private static final Comparator<NodeId> ORDER =
      Comparator.comparing(NodeId::name).thenComparing(NodeId::incarnation);

  private final Map<UUID, ClusterNode> byIncarnation = new ConcurrentHashMap<>();
  private final Map<NodeId, ClusterNode> ordered = new ConcurrentSkipListMap<>(ORDER);
  private final SharedAttributes attributes = new SharedAttributes();

  // written after each change; by the one thread that changes
  private volatile long version;

  private volatile Snapshot all = new Snapshot(0, List.of());
  private final Map<String, Snapshot> groups = new ConcurrentHashMap<>();

  private record Snapshot(long version, List<ClusterNode> nodes) {}

  /** Creates an empty view. */
  public ClusterView() {}

  /**
   * Takes a node in, or replaces what is known of it.
   *
   * @param node the node
   * @return what was known before; null if nothing
   */
  public @Nullable ClusterNode put(ClusterNode node) {
    ClusterNode shared = attributes.share(node);
    ClusterNode previous = byIncarnation.put(shared.id().incarnation(), shared);
    ordered.put(shared.id(), shared);
    changed();
    return previous;
  }

  /**
   * Forgets a node.
   *
   * @param incarnation the node
   * @return what was known of it; null if nothing
   */
  public @Nullable ClusterNode remove(UUID incarnation) {
    ClusterNode previous = byIncarnation.remove(incarnation);
    if (previous != null) {
      ordered.remove(previous.id());
      changed();
    }
    return previous;
  }

  /** Not atomic, and need not be: there is one writer. */
  @SuppressWarnings("NonAtomicVolatileUpdate")
  private void changed() {
    version++;
  }

  /**
   * One node.
   *
   * @param incarnation the node
   * @return empty if it is not known
   */
  public Optional<ClusterNode> find(UUID incarnation) {
    return Optional.ofNullable(byIncarnation.get(incarnation));
  }

  /**
   * The incarnations of all nodes.
   *
   * @return a snapshot
   */
  public List<UUID> incarnations() {
    return List.copyOf(byIncarnation.keySet());
  }

  /**
   * All nodes.
   *
   * @return an immutable list in ascending order of name and incarnation
   */
  public List<ClusterNode> nodes() {
    Snapshot latest = all;
    long current = version;
    if (latest.version() != current) {
      latest = new Snapshot(current, List.copyOf(ordered.values()));
      all = latest;
    }
    return latest.nodes();
  }

  /**
   * Forgets what was kept for a group nobody will ask for soon.
   *
   * @param group its name
   */
  public void forget(String group) {
    groups.remove(group);
  }

  /**
   * The nodes that take part in a group.
   *
   * @param group its name
   * @return an immutable list in ascending order of name and incarnation
   */
  public List<ClusterNode> nodes(String group) {
    long current = version;
    Snapshot latest = groups.get(group);
    if (latest == null || latest.version() != current) {
      List<ClusterNode> members =
          ordered.values().stream().filter(node -> node.groups().contains(group)).toList();
      latest = new Snapshot(current, members);
      groups.put(group, latest);
    }
    return latest.nodes();
  }
}
