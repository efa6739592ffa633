package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import java.time.Instant;

/**
 * This node has the state of the primary it is about to follow.
 *
 * @param group the group's name
 * @param node this node
 * @param seq counted from 1 at every start, contiguous per group
 * @param primary the primary
 * @param byCopy whether state was copied; false if both had the same, or there is nothing to copy
 * @param at when this node learned of it, by its own wall clock
 * @since 0.1
 */
@EventId(1125)
public record SecondaryInitialized(
    String group, NodeId node, long seq, ClusterNode primary, boolean byCopy, Instant at)
    implements GroupEvent {

  /** Checks the components. */
  public SecondaryInitialized {
    requireNonNull(group, "group");
    requireNonNull(node, "node");
    requireNonNull(primary, "primary");
    requireNonNull(at, "at");
  }
}
