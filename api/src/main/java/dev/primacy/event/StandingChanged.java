package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.GroupStanding;
import dev.primacy.NodeId;
import java.time.Instant;

/**
 * The standing of this node in a group changed while its role stayed what it was.
 *
 * @param group the group's name
 * @param node this node
 * @param seq counted from 1 at every start, contiguous per group
 * @param previous the standing until now
 * @param current the standing from now on
 * @param cause why
 * @param at when this node learned of it, by its own wall clock
 * @since 0.1
 */
@EventId(1121)
public record StandingChanged(
    String group,
    NodeId node,
    long seq,
    GroupStanding previous,
    GroupStanding current,
    RoleChangeCause cause,
    Instant at)
    implements GroupEvent {

  /** Checks the components. */
  public StandingChanged {
    requireNonNull(group, "group");
    requireNonNull(node, "node");
    requireNonNull(previous, "previous");
    requireNonNull(current, "current");
    requireNonNull(cause, "cause");
    requireNonNull(at, "at");
    if (previous == current) {
      throw new IllegalArgumentException("not a change: previous and current are both " + current);
    }
  }
}
