package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.NodeId;
import dev.primacy.control.ControlError;
import java.time.Instant;
import java.util.Optional;

/**
 * What came of a command to follow a primary.
 *
 * @param group the group's name
 * @param node this node
 * @param seq counted from 1 at every start, contiguous per group
 * @param primary the name that was given
 * @param error why not; empty if this node follows it now
 * @param at when this node learned of it, by its own wall clock
 * @since 0.1
 */
@EventId(1126)
public record SecondaryJoinResult(
    String group, NodeId node, long seq, String primary, Optional<ControlError> error, Instant at)
    implements GroupEvent {

  /** Checks the components. */
  public SecondaryJoinResult {
    requireNonNull(group, "group");
    requireNonNull(node, "node");
    requireNonNull(primary, "primary");
    requireNonNull(error, "error");
    requireNonNull(at, "at");
  }
}
