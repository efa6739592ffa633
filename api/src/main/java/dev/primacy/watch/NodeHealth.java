package dev.primacy.watch;

import static java.util.Objects.requireNonNull;

import dev.primacy.NodeId;
import java.time.Duration;

/**
 * How one node is seen by this one. Another node may see it otherwise.
 *
 * @param node who is seen
 * @param state in one word
 * @param silence how long ago this node saw it renew its lease, by this node's monotonic clock; of
 *     itself, how long ago the store confirmed that
 * @param lease how long its lease lasts
 * @since 0.1
 */
public record NodeHealth(NodeId node, State state, Duration silence, Duration lease) {

  /** Checks the components. */
  public NodeHealth {
    requireNonNull(node, "node");
    requireNonNull(state, "state");
    requireNonNull(silence, "silence");
    requireNonNull(lease, "lease");
  }

  /** What is thought of a node. */
  public enum State {
    /** It renews its lease. */
    REACHABLE,
    /** It has not renewed its lease for three quarters of it. */
    LATE,
    /** The store does not answer this node, so nothing is known of the others. */
    UNKNOWN
  }
}
