package dev.primacy.cdi;

import dev.primacy.ClusterNode;
import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.NodeId;
import dev.primacy.NodeRole;
import dev.primacy.event.NodeJoined;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.RoleChangeCause;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Events as the core makes them. */
final class Sample {
  private static final NodeId NODE = new NodeId("n1", UUID.randomUUID());
  private static final FencingToken TOKEN = new FencingToken(UUID.randomUUID(), 5);

  private Sample() {}

  static NodeRoleChanged started(String group) {
    return changed(group, 1, Optional.empty(), NodeRole.SECONDARY, RoleChangeCause.STARTED);
  }

  static NodeRoleChanged up(String group, long seq) {
    return changed(
        group, seq, Optional.of(NodeRole.SECONDARY), NodeRole.PRIMARY, RoleChangeCause.ACQUIRED);
  }

  static NodeRoleChanged down(String group, long seq) {
    return changed(
        group, seq, Optional.of(NodeRole.PRIMARY), NodeRole.SECONDARY, RoleChangeCause.STEP_DOWN);
  }

  static NodeJoined joined() {
    ClusterNode node = new ClusterNode(NODE, Optional.empty(), Set.of(), 0, false, Map.of());
    return new NodeJoined(NODE, 1, node, Instant.EPOCH);
  }

  private static NodeRoleChanged changed(
      String group, long seq, Optional<NodeRole> from, NodeRole to, RoleChangeCause cause) {
    return new NodeRoleChanged(
        group, NODE, seq, from, to, GroupStanding.MEMBER, Optional.of(TOKEN), cause, Instant.EPOCH);
  }
}
