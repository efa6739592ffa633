package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.FencingToken;
import dev.primacy.NodeId;
import dev.primacy.NodeRole;
import java.time.Duration;
import java.time.Instant;

/**
 * The role of this node in a group is about to change; synchronous observers finish first.
 *
 * <p>On the way up, role and guard are still the old ones while it is observed: warm caches here.
 * An observer that throws, or that takes longer than {@code primacy.observers.timeout}, makes the
 * node hand the role back, unless {@code primacy.promotion.on-failure=continue}. On the way down by
 * choice, the guard is closed already and calls in flight drain afterwards. A role lost with the
 * lease is not announced.
 *
 * @param group the group's name
 * @param node this node
 * @param seq counted from 1 at every start, contiguous per group
 * @param from the role now
 * @param to the role to come
 * @param token the token about to be gained or given up
 * @param cause what makes it change
 * @param at when this node learned of it, by its own wall clock
 * @param transition lets an observer ask for more time
 * @since 0.1
 */
@EventId(1120)
public record NodeRoleChanging(
    String group,
    NodeId node,
    long seq,
    NodeRole from,
    NodeRole to,
    FencingToken token,
    RoleChangeCause cause,
    Instant at,
    Transition transition)
    implements GroupEvent {

  /** Checks the components. */
  public NodeRoleChanging {
    requireNonNull(group, "group");
    requireNonNull(node, "node");
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(token, "token");
    requireNonNull(cause, "cause");
    requireNonNull(at, "at");
    requireNonNull(transition, "transition");
    if (from == to) {
      throw new IllegalArgumentException("not a change: from and to are both " + from);
    }
  }

  /**
   * Asks for more time than {@code primacy.observers.timeout} leaves.
   *
   * @param more how much longer from now
   */
  public void stillWorking(Duration more) {
    transition.stillWorking(more);
  }
}
