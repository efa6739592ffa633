package dev.primacy.cdi;

import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.NodeId;
import dev.primacy.NodeRole;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.NodeRoleChanging;
import dev.primacy.event.RoleChangeCause;
import dev.primacy.event.StandingChanged;
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

  /** The group whose primary this node is about to be, or as good as its primary, alone. */
  static Optional<String> groupToOpen(ClusterEvent event) {
    if (event instanceof NodeRoleChanging changing && changing.to() == NodeRole.PRIMARY) {
      return Optional.of(changing.group());
    }
    return event instanceof NodeRoleChanged changed
            && changed.standing() == GroupStanding.STANDALONE
        ? Optional.of(changed.group())
        : Optional.empty();
  }

  /** The group whose primary this node is no more. */
  static Optional<String> groupToClose(ClusterEvent event) {
    if (event instanceof NodeRoleChanged changed && changed.previous().isPresent()) {
      return changed.current() == NodeRole.PRIMARY
          ? Optional.empty()
          : Optional.of(changed.group());
    }
    return event instanceof StandingChanged changed && changed.current() == GroupStanding.LEFT
        ? Optional.of(changed.group())
        : Optional.empty();
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
