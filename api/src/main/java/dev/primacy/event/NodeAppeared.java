package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import dev.primacy.watch.NodeView;
import java.time.Instant;

/**
 * A node is in a view that was not: it is new, or passes the filter now.
 *
 * @param node this node
 * @param seq counted from 1 at every start, over all views
 * @param view the view
 * @param appeared the node
 * @param at when this node learned of it, by its own wall clock
 * @since 0.1
 */
@EventId(1134)
public record NodeAppeared(
    NodeId node, long seq, Class<? extends NodeView> view, ClusterNode appeared, Instant at)
    implements ViewEvent {

  /** Checks the components. */
  public NodeAppeared {
    requireNonNull(node, "node");
    requireNonNull(view, "view");
    requireNonNull(appeared, "appeared");
    requireNonNull(at, "at");
  }
}
