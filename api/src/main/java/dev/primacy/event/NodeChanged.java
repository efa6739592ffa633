package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import dev.primacy.watch.NodeView;
import java.time.Instant;

/**
 * A node of a view is not the same any more, as the view sees it.
 *
 * @param node this node
 * @param seq counted from 1 at every start, over all views
 * @param view the view
 * @param previous the state it was compared with
 * @param current as it is now
 * @param at when this node learned of it, by its own wall clock
 * @since 0.1
 */
@EventId(1135)
public record NodeChanged(
    NodeId node,
    long seq,
    Class<? extends NodeView> view,
    ClusterNode previous,
    ClusterNode current,
    Instant at)
    implements ViewEvent {

  /** Checks the components. */
  public NodeChanged {
    requireNonNull(node, "node");
    requireNonNull(view, "view");
    requireNonNull(previous, "previous");
    requireNonNull(current, "current");
    requireNonNull(at, "at");
  }
}
