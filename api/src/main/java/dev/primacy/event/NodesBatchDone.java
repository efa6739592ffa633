package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import dev.primacy.watch.NodeView;
import java.time.Instant;
import java.util.List;

/**
 * Closes a batch of changes in a view; the first one also ends the initial picture. Fired after
 * every change of the cluster, also if it changed nothing in the view.
 *
 * @param node this node
 * @param seq counted from 1 at every start, over all views
 * @param view the view
 * @param initial true for the first batch of the view
 * @param appeared how many nodes are in the view that were not
 * @param updated how many nodes of the view have changed
 * @param removed how many nodes are not in the view any more
 * @param nodes the nodes of the view now, in ascending order of their {@link NodeId}
 * @param at when this node learned of it, by its own wall clock
 * @since 0.1
 */
@EventId(1137)
public record NodesBatchDone(
    NodeId node,
    long seq,
    Class<? extends NodeView> view,
    boolean initial,
    int appeared,
    int updated,
    int removed,
    List<ClusterNode> nodes,
    Instant at)
    implements ViewEvent {

  /** Checks the components. */
  public NodesBatchDone {
    requireNonNull(node, "node");
    requireNonNull(view, "view");
    nodes = List.copyOf(nodes);
    requireNonNull(at, "at");
  }

  /**
   * Whether the cluster has changed and this view has not.
   *
   * @return true if nothing was told
   */
  public boolean isEmpty() {
    return appeared + updated + removed == 0;
  }
}
