package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import java.time.Instant;

/**
 * This node followed a primary, and has it no more: it went, or fell silent. Where nobody is
 * elected by itself, this node is told here that it follows nobody now.
 *
 * @param group the group's name
 * @param node this node
 * @param seq counted from 1 at every start, contiguous per group
 * @param primary the primary that was followed
 * @param reason how it went
 * @param at when this node learned of it, by its own wall clock
 * @since 0.1
 */
@EventId(1123)
public record PrimaryLost(
    String group, NodeId node, long seq, ClusterNode primary, Reason reason, Instant at)
    implements GroupEvent {

  /** Checks the components. */
  public PrimaryLost {
    requireNonNull(group, "group");
    requireNonNull(node, "node");
    requireNonNull(primary, "primary");
    requireNonNull(reason, "reason");
    requireNonNull(at, "at");
  }

  /** How a primary went. */
  public enum Reason {
    /** It gave the group up, or left. */
    CLOSED,
    /** It fell silent, and its lease was waited out; or this node does not reach the store. */
    NO_TICK
  }
}
