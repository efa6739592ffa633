package dev.primacy.core.view;

import dev.primacy.ClusterNode;
import dev.primacy.NodeLifecycle;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The states of nodes that wait for one reader, at most one per node: a later one takes the place
 * of an earlier one. A node that is gone is one in the state {@link NodeLifecycle#REMOVED}, unless
 * the reader never saw it: then nothing of it waits. So what waits never takes more room than the
 * nodes the reader knows and those there are. Not safe on several threads.
 *
 * @since 0.1
 */
public final class LatestStates {
  private Map<UUID, Latest> waiting = new LinkedHashMap<>();

  private record Latest(ClusterNode node, boolean unseen) {}

  /** Creates an empty collection. */
  public LatestStates() {}

  /**
   * Notes what became of nodes.
   *
   * @param changes in their order
   * @param wanted which nodes the reader cares about
   */
  public void add(List<NodeChange> changes, Predicate<ClusterNode> wanted) {
    for (NodeChange change : changes) {
      ClusterNode after = change.after();
      ClusterNode before = change.before();
      if (after != null && wanted.test(after)) {
        seen(after, before == null);
      } else if (after == null && before != null && wanted.test(before)) {
        gone(before);
      }
    }
  }

  /**
   * Notes a state of a node.
   *
   * @param node as it is
   * @param isNew whether the reader cannot have seen it unless it waits here
   */
  public void seen(ClusterNode node, boolean isNew) {
    UUID key = node.id().incarnation();
    Latest earlier = waiting.get(key);
    waiting.put(key, new Latest(node, earlier == null ? isNew : earlier.unseen()));
  }

  /**
   * Notes that a node is gone.
   *
   * @param last as it was
   */
  public void gone(ClusterNode last) {
    UUID key = last.id().incarnation();
    Latest earlier = waiting.get(key);
    if (earlier != null && earlier.unseen()) {
      waiting.remove(key);
    } else {
      waiting.put(key, new Latest(removed(last), false));
    }
  }

  private static ClusterNode removed(ClusterNode last) {
    return new ClusterNode(
        last.id(),
        last.endpoint(),
        last.groups(),
        last.priority(),
        last.passive(),
        NodeLifecycle.REMOVED,
        last.attributes(),
        last.status());
  }

  /**
   * Whether nothing waits.
   *
   * @return true if nothing does
   */
  public boolean isEmpty() {
    return waiting.isEmpty();
  }

  /**
   * How many nodes wait.
   *
   * @return at least 0
   */
  public int size() {
    return waiting.size();
  }

  /** Forgets everything, as if the reader had seen nothing. */
  public void clear() {
    waiting.clear();
  }

  /**
   * Takes the state of the node that waits longest.
   *
   * @return the state
   * @throws java.util.NoSuchElementException if nothing waits
   */
  public ClusterNode poll() {
    Iterator<Latest> first = waiting.values().iterator();
    ClusterNode node = first.next().node();
    first.remove();
    return node;
  }

  /**
   * Takes everything that waits.
   *
   * @return in the order in which the nodes changed first
   */
  public List<ClusterNode> take() {
    List<ClusterNode> taken = new ArrayList<>(waiting.size());
    waiting.values().forEach(latest -> taken.add(latest.node()));
    waiting = new LinkedHashMap<>();
    return taken;
  }
}
