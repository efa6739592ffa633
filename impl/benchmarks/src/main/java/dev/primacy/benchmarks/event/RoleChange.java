package dev.primacy.benchmarks.event;

import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.InGroup;
import dev.primacy.NodeId;
import dev.primacy.NodeRole;
import dev.primacy.event.Became;
import dev.primacy.event.EventId;
import dev.primacy.event.Lost;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.RoleChangeCause;
import java.lang.annotation.Annotation;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The event that is delivered, and what it is qualified with. */
final class RoleChange {
  private RoleChange() {}

  static NodeRoleChanged sample() {
    return new NodeRoleChanged(
        "here",
        new NodeId("node", new UUID(0, 1)),
        1,
        Optional.of(NodeRole.SECONDARY),
        NodeRole.PRIMARY,
        GroupStanding.MEMBER,
        Optional.of(new FencingToken(new UUID(0, 2), 1)),
        RoleChangeCause.ACQUIRED,
        Instant.EPOCH);
  }

  static Annotation[] qualifiers(NodeRoleChanged change) {
    return new Annotation[] {
      InGroup.Literal.of(change.group()),
      Became.Literal.of(change.current()),
      Lost.Literal.of(change.previous().orElseThrow()),
      NodeRoleChanged.class.getAnnotation(EventId.class)
    };
  }
}
