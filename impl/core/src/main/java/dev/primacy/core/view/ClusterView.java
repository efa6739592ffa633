package dev.primacy.core.view;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The live nodes of the cluster. One thread changes it, at a cost that does not depend on their
 * number; any thread reads, and a snapshot is made only when one is asked for.
 *
 * @since 0.1
 */
public final class ClusterView {
  private final Map<UUID, ClusterNode> byIncarnation = new ConcurrentHashMap<>();
  // changed when a node comes or goes only: to find its place costs more than all the rest
  private final Set<NodeId> ordered = new ConcurrentSkipListSet<>();
  private final SharedAttributes attributes = new SharedAttributes();

  /** Of those nodes whose Primacy says something. */
  private final Map<UUID, Map<String, String>> internal = new ConcurrentHashMap<>();

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
   * @param words what Primacy says there to other nodes
   * @return what was known before; null if nothing
   */
  public @Nullable ClusterNode put(ClusterNode node, Map<String, String> words) {
    say(node.id().incarnation(), words);
    ClusterNode shared = attributes.share(node);
    ClusterNode previous = byIncarnation.put(shared.id().incarnation(), shared);
    if (previous == null) {
      ordered.add(shared.id());
    } else if (!previous.id().equals(shared.id())) {
      ordered.remove(previous.id());
      ordered.add(shared.id());
    }
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
    internal.remove(incarnation);
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

  private void say(UUID incarnation, Map<String, String> words) {
    if (words.isEmpty()) {
      internal.remove(incarnation);
    } else {
      internal.put(incarnation, words);
    }
  }

  /**
   * What Primacy of a node says to other nodes: not for applications.
   *
   * @param incarnation the node
   * @return by name; empty if it says nothing or is not known
   */
  public Map<String, String> internal(UUID incarnation) {
    return internal.getOrDefault(incarnation, Map.of());
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
      latest = new Snapshot(current, inOrder(any -> true));
      all = latest;
    }
    return latest.nodes();
  }

  private List<ClusterNode> inOrder(Predicate<ClusterNode> wanted) {
    List<ClusterNode> found = new ArrayList<>();
    for (NodeId id : ordered) {
      ClusterNode node = byIncarnation.get(id.incarnation());
      if (node != null && wanted.test(node)) {
        found.add(node);
      }
    }
    return List.copyOf(found);
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
      List<ClusterNode> members = inOrder(node -> node.groups().contains(group));
      latest = new Snapshot(current, members);
      groups.put(group, latest);
    }
    return latest.nodes();
  }
}
