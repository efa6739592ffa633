package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import java.time.Instant;

/**
 * A node appeared in the cluster. This node itself is announced too, once the store knows it.
 *
 * @param node this node
 * @param seq counted from 1 at every start
 * @param joined the node that appeared
 * @param at when this node learned of it, by its own wall clock
 * @since 0.1
 */
@EventId(1131)
public record NodeJoined(NodeId node, long seq, ClusterNode joined, Instant at)
    implements NodeEvent {

  /** Checks the components. */
  public NodeJoined {
    requireNonNull(node, "node");
    requireNonNull(joined, "joined");
    requireNonNull(at, "at");
  }
}
