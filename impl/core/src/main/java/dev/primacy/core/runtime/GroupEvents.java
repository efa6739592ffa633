package dev.primacy.core.runtime;

import dev.primacy.ClusterNode;
import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.NodeId;
import dev.primacy.NodeRole;
import dev.primacy.control.ControlError;
import dev.primacy.control.ReadOnlyState;
import dev.primacy.core.gate.Clocks;
import dev.primacy.event.GroupAltered;
import dev.primacy.event.GroupDropped;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.NodeRoleChanging;
import dev.primacy.event.PrimaryChanged;
import dev.primacy.event.PrimaryLost;
import dev.primacy.event.ReadOnlyChanged;
import dev.primacy.event.RoleChangeCause;
import dev.primacy.event.SecondaryInitialized;
import dev.primacy.event.SecondaryJoinResult;
import dev.primacy.event.StandingChanged;
import dev.primacy.event.Transition;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes the events of one group, numbered by type from 1. One thread at a time. */
final class GroupEvents {
  private final String group;
  private final Supplier<NodeId> self;
  private final Clocks clocks;
  private long changed;
  private long changing;
  private long standing;
  private long primary;
  private long initialized;
  private long joinResult;
  private long primaryLost;
  private long readOnly;
  private long altered;
  private long dropped;

  GroupEvents(String group, Supplier<NodeId> self, Clocks clocks) {
    this.group = group;
    this.self = self;
    this.clocks = clocks;
  }

  NodeRoleChanged changed(
      Optional<NodeRole> previous,
      NodeRole current,
      GroupStanding why,
      Optional<FencingToken> token,
      RoleChangeCause cause) {
    return new NodeRoleChanged(
        group, self.get(), ++changed, previous, current, why, token, cause, now());
  }

  NodeRoleChanging changing(
      NodeRole from, NodeRole to, FencingToken token, RoleChangeCause cause, Transition more) {
    return new NodeRoleChanging(group, self.get(), ++changing, from, to, token, cause, now(), more);
  }

  StandingChanged standing(GroupStanding previous, GroupStanding current, RoleChangeCause cause) {
    return new StandingChanged(group, self.get(), ++standing, previous, current, cause, now());
  }

  PrimaryChanged primary(
      Optional<ClusterNode> previous, Optional<ClusterNode> current, Optional<FencingToken> token) {
    return new PrimaryChanged(group, self.get(), ++primary, previous, current, token, now());
  }

  SecondaryInitialized initialized(ClusterNode following, boolean byCopy) {
    return new SecondaryInitialized(group, self.get(), ++initialized, following, byCopy, now());
  }

  SecondaryJoinResult joinResult(String following, Optional<ControlError> error) {
    return new SecondaryJoinResult(group, self.get(), ++joinResult, following, error, now());
  }

  PrimaryLost primaryLost(ClusterNode which, PrimaryLost.Reason reason) {
    return new PrimaryLost(group, self.get(), ++primaryLost, which, reason, now());
  }

  ReadOnlyChanged readOnly(ReadOnlyState previous, ReadOnlyState current) {
    return new ReadOnlyChanged(group, self.get(), ++readOnly, previous, current, now());
  }

  GroupAltered altered(GroupAltered.Alteration what, String detail) {
    return new GroupAltered(group, self.get(), ++altered, what, detail, now());
  }

  GroupDropped dropped() {
    return new GroupDropped(group, self.get(), ++dropped, now());
  }

  private Instant now() {
    return Instant.ofEpochMilli(clocks.millis());
  }
}
