package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import dev.primacy.watch.NodeView;
import java.time.Instant;

/**
 * A node is not in a view any more: it is gone, or does not pass the filter.
 *
 * @param node this node
 * @param seq counted from 1 at every start, over all views
 * @param view the view
 * @param vanished as it was in the view last
 * @param at when this node learned of it, by its own wall clock
 * @since 0.1
 */
@EventId(1136)
public record NodeVanished(
    NodeId node, long seq, Class<? extends NodeView> view, ClusterNode vanished, Instant at)
    implements ViewEvent {

  /** Checks the components. */
  public NodeVanished {
    requireNonNull(node, "node");
    requireNonNull(view, "view");
    requireNonNull(vanished, "vanished");
    requireNonNull(at, "at");
  }
}
