package dev.primacy.core.vitals;

import static java.util.Objects.requireNonNull;

import dev.primacy.GroupStanding;
import dev.primacy.NodeId;
import dev.primacy.NodeRole;
import dev.primacy.core.gate.GuardCounts;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How this node is doing in a group. Counts begin when the group is joined.
 *
 * @param group the group's name
 * @param role the role, by the clocks the guard goes by
 * @param standing why
 * @param term the latest term seen; empty if none was
 * @param remaining how long the lease lasts; zero unless this node is primary
 * @param primary the primary as last seen
 * @param unavailable for how long altogether no primary was known
 * @param transitions how often the role changed, by kind; immutable
 * @param guards what became of guarded calls
 * @since 0.1
 */
public record GroupVitals(
    String group,
    NodeRole role,
    GroupStanding standing,
    OptionalLong term,
    Duration remaining,
    Optional<NodeId> primary,
    Duration unavailable,
    Map<RoleTransition, Long> transitions,
    GuardCounts guards) {

  /** Checks the components. */
  public GroupVitals {
    requireNonNull(group, "group");
    requireNonNull(role, "role");
    requireNonNull(standing, "standing");
    requireNonNull(term, "term");
    requireNonNull(remaining, "remaining");
    requireNonNull(primary, "primary");
    requireNonNull(unavailable, "unavailable");
    transitions = Map.copyOf(transitions);
    requireNonNull(guards, "guards");
  }

  /**
   * Whether this node knows what it is in the group. Not so before the first verdict, and while the
   * store is out of reach: then it is no primary, but does not know who is.
   *
   * @return true if it knows
   */
  public boolean isRoleKnown() {
    return standing != GroupStanding.JOINING && standing != GroupStanding.SUSPENDED;
  }
}
