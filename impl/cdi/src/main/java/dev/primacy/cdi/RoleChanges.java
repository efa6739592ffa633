package dev.primacy.cdi;

import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.NodeId;
import dev.primacy.NodeRole;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.NodeRoleChanging;
import dev.primacy.event.RoleChangeCause;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One event for each way up and down in a group. They are never delivered: the container resolves
 * observers by an event, not by its type alone.
 */
final class RoleChanges {
  private static final UUID NOBODY = new UUID(0, 0);
  private static final NodeId NODE = new NodeId("nobody", NOBODY);
  private static final FencingToken TOKEN = new FencingToken(NOBODY, 1);

  private RoleChanges() {}

  static Stream<ClusterEvent> of(String group) {
    return Stream.of(
        changing(group, NodeRole.SECONDARY, NodeRole.PRIMARY),
        changed(group, NodeRole.SECONDARY, NodeRole.PRIMARY),
        changing(group, NodeRole.PRIMARY, NodeRole.SECONDARY),
        changed(group, NodeRole.PRIMARY, NodeRole.SECONDARY));
  }

  private static ClusterEvent changing(String group, NodeRole from, NodeRole to) {
    RoleChangeCause cause = RoleChangeCause.ACQUIRED;
    return new NodeRoleChanging(group, NODE, 1, from, to, TOKEN, cause, Instant.EPOCH, more -> {});
  }

  private static ClusterEvent changed(String group, NodeRole from, NodeRole to) {
    return new NodeRoleChanged(
        group,
        NODE,
        1,
        Optional.of(from),
        to,
        GroupStanding.MEMBER,
        Optional.of(TOKEN),
        RoleChangeCause.ACQUIRED,
        Instant.EPOCH);
  }
}
