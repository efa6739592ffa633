package dev.primacy.core.runtime;

import dev.primacy.GroupStanding;
import dev.primacy.core.vitals.RoleTransition;
import dev.primacy.event.NodeRoleChanged;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What is counted of a group. Written on the lease thread, read on any. */
final class GroupTally {
  private final Outage outage = new Outage();

  /** Replaced as a whole: there are few kinds, and ten thousand groups. */
  private volatile Map<RoleTransition, Long> transitions = Map.of();

  void changed(NodeRoleChanged event) {
    RoleTransition kind = new RoleTransition(event.previous(), event.current(), event.cause());
    Map<RoleTransition, Long> next = new HashMap<>(transitions);
    next.merge(kind, 1L, Long::sum);
    transitions = Map.copyOf(next);
  }

  /** What this node is, and whether it knows a primary that lives. */
  void seen(GroupStanding standing, boolean primary, long now) {
    boolean knows = standing == GroupStanding.MEMBER || standing == GroupStanding.RELAY;
    outage.primaryKnown(standing == GroupStanding.LEFT || (knows && primary), now);
  }

  Map<RoleTransition, Long> transitions() {
    return transitions;
  }

  Duration unavailable(long now) {
    return outage.total(now);
  }
}
