package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.ClusterNode;
import dev.primacy.FencingToken;
import dev.primacy.NodeId;
import java.time.Instant;
import java.util.Optional;

/**
 * Another node is the primary of a group, or none is, as seen in the store by this node.
 *
 * <p>For routing and for people: it lags behind the change itself and proves nothing.
 *
 * @param group the group's name
 * @param node this node
 * @param seq counted from 1 at every start, contiguous per group
 * @param previous the primary seen before; empty if there was none
 * @param current the primary from now on; empty if there is none
 * @param token the token of {@code current}; empty with it
 * @param at when this node learned of it, by its own wall clock
 * @since 0.1
 */
@EventId(1122)
public record PrimaryChanged(
    String group,
    NodeId node,
    long seq,
    Optional<ClusterNode> previous,
    Optional<ClusterNode> current,
    Optional<FencingToken> token,
    Instant at)
    implements GroupEvent {

  /** Checks the components. */
  public PrimaryChanged {
    requireNonNull(group, "group");
    requireNonNull(node, "node");
    requireNonNull(previous, "previous");
    requireNonNull(current, "current");
    requireNonNull(token, "token");
    requireNonNull(at, "at");
  }
}
