package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.NodeId;
import dev.primacy.NodeRole;
import java.time.Instant;
import java.util.Optional;

/**
 * The role of this node in a group changed.
 *
 * <p>Fired once per change and in their order, on the dispatch thread of the group; no change is
 * skipped or merged. The first one after start shows the initial state, the last one {@link
 * NodeRole#NOT_IN_GROUP} with {@link GroupStanding#LEFT}. A group that is joined at run time has
 * its first one then and its last one when it is left, and begins anew when it is joined again. On
 * the way up the guard is open when it fires; on the way down it is closed and, where the role was
 * given up by choice, the store has confirmed it.
 *
 * @param group the group's name
 * @param node this node
 * @param seq 1 for the first change after start or join, then contiguous per group
 * @param previous the role until now; empty on the first event after start or join
 * @param current the role from now on, never equal to {@code previous}
 * @param standing why the role is what it is
 * @param token the token gained or lost; empty when the change does not touch the primary role
 * @param cause what made it change
 * @param at when this node learned of it, by its own wall clock
 * @since 0.1
 */
@EventId(1112)
public record NodeRoleChanged(
    String group,
    NodeId node,
    long seq,
    Optional<NodeRole> previous,
    NodeRole current,
    GroupStanding standing,
    Optional<FencingToken> token,
    RoleChangeCause cause,
    Instant at)
    implements GroupEvent {

  /** Checks the components. */
  public NodeRoleChanged {
    requireNonNull(group, "group");
    requireNonNull(node, "node");
    requireNonNull(previous, "previous");
    requireNonNull(current, "current");
    requireNonNull(standing, "standing");
    requireNonNull(token, "token");
    requireNonNull(cause, "cause");
    requireNonNull(at, "at");
    if (previous.filter(current::equals).isPresent()) {
      throw new IllegalArgumentException("not a change: previous and current are both " + current);
    }
  }

  /**
   * Whether this is the first event after start or join.
   *
   * @return true if {@code previous} is empty
   */
  public boolean isInitial() {
    return previous.isEmpty();
  }
}
