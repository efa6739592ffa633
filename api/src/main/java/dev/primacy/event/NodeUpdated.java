package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import java.time.Instant;

/**
 * A node describes itself differently: endpoint, groups, priority, passive, lifecycle or
 * attributes.
 *
 * @param node this node
 * @param seq counted from 1 at every start
 * @param previous as last reported
 * @param current as it is now
 * @param at when this node learned of it, by its own wall clock
 * @since 0.1
 */
@EventId(1132)
public record NodeUpdated(
    NodeId node, long seq, ClusterNode previous, ClusterNode current, Instant at)
    implements NodeEvent {

  /** Checks the components. */
  public NodeUpdated {
    requireNonNull(node, "node");
    requireNonNull(previous, "previous");
    requireNonNull(current, "current");
    requireNonNull(at, "at");
    if (!previous.id().equals(current.id())) {
      throw new IllegalArgumentException("not one node: " + previous.id() + " and " + current.id());
    }
  }
}
