package dev.primacy.core.view;

import dev.primacy.ClusterNode;
import dev.primacy.event.NodeLeftCause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Changes that wait to be reported, at most one per node: a later one is merged into an earlier
 * one, so that they never take more room than the nodes. Safe on any thread.
 *
 * @since 0.1
 */
public final class NodeChanges {
  private final Object lock = new Object();

  // guarded by lock
  private Map<UUID, NodeChange> waiting = new LinkedHashMap<>();

  /** Creates an empty collection. */
  public NodeChanges() {}

  /**
   * Notes that a node appeared or describes itself differently.
   *
   * @param before what was known of it; null if nothing
   * @param after as it is now
   */
  public void seen(@Nullable ClusterNode before, ClusterNode after) {
    if (!after.equals(before)) {
      merge(after.id().incarnation(), new NodeChange(before, after, NodeLeftCause.LEFT));
    }
  }

  /**
   * Notes that a node is gone.
   *
   * @param before what was known of it
   * @param cause how it went
   */
  public void gone(ClusterNode before, NodeLeftCause cause) {
    merge(before.id().incarnation(), new NodeChange(before, null, cause));
  }

  private void merge(UUID incarnation, NodeChange next) {
    synchronized (lock) {
      NodeChange earlier = waiting.get(incarnation);
      NodeChange merged =
          earlier == null ? next : new NodeChange(earlier.before(), next.after(), next.cause());
      if (merged.before() == null && merged.after() == null) {
        waiting.remove(incarnation);
      } else {
        waiting.put(incarnation, merged);
      }
    }
  }

  /**
   * How much waits.
   *
   * @return how many nodes changed
   */
  public int size() {
    synchronized (lock) {
      return waiting.size();
    }
  }

  /**
   * Whether nothing waits.
   *
   * @return true if nothing does
   */
  public boolean isEmpty() {
    synchronized (lock) {
      return waiting.isEmpty();
    }
  }

  /**
   * Takes everything that waits.
   *
   * @return in the order in which the nodes changed first
   */
  public List<NodeChange> take() {
    Map<UUID, NodeChange> taken;
    synchronized (lock) {
      taken = waiting;
      waiting = new LinkedHashMap<>();
    }
    return new ArrayList<>(taken.values());
  }
}
