package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import java.time.Instant;

/**
 * A node is gone from the cluster.
 *
 * @param node this node
 * @param seq counted from 1 at every start
 * @param left as last reported
 * @param cause how it went
 * @param at when this node learned of it, by its own wall clock
 * @since 0.1
 */
@EventId(1133)
public record NodeLeft(NodeId node, long seq, ClusterNode left, NodeLeftCause cause, Instant at)
    implements NodeEvent {

  /** Checks the components. */
  public NodeLeft {
    requireNonNull(node, "node");
    requireNonNull(left, "left");
    requireNonNull(cause, "cause");
    requireNonNull(at, "at");
  }
}
