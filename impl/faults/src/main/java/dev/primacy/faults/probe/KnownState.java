package dev.primacy.faults.probe;

import dev.primacy.ClusterNode;
import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.Membership;
import dev.primacy.NodeId;
import dev.primacy.NodeRole;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a node knows of its group.
 *
 * @param role its own role
 * @param standing why
 * @param token the token it acts under
 * @param primary the group's primary
 * @param nodes the live nodes that take part in the group, by name and incarnation
 */
record KnownState(
    NodeRole role,
    GroupStanding standing,
    Optional<FencingToken> token,
    Optional<NodeId> primary,
    Map<String, ClusterNode> nodes) {

  /** Before the first event. */
  static final KnownState NOTHING =
      new KnownState(
          NodeRole.NOT_IN_GROUP, GroupStanding.LEFT, Optional.empty(), Optional.empty(), Map.of());

  /** What the library answers with. */
  static KnownState of(Membership membership) {
    return new KnownState(
        membership.role(),
        membership.standing(),
        membership.token(),
        membership.primary().map(ClusterNode::id),
        byName(membership.nodes()));
  }

  private static Map<String, ClusterNode> byName(Collection<ClusterNode> nodes) {
    Map<String, ClusterNode> sorted = new TreeMap<>();
    nodes.forEach(node -> sorted.put(node.id().toString(), node));
    return sorted;
  }

  KnownState withRole(NodeRole now, GroupStanding why, Optional<FencingToken> touched) {
    Optional<FencingToken> held = now == NodeRole.PRIMARY ? touched : Optional.empty();
    return new KnownState(now, why, held, primary, nodes);
  }

  KnownState withStanding(GroupStanding now) {
    return new KnownState(role, now, token, primary, nodes);
  }

  KnownState withPrimary(Optional<NodeId> now) {
    return new KnownState(role, standing, token, now, nodes);
  }

  KnownState withNode(ClusterNode node) {
    Map<String, ClusterNode> more = new TreeMap<>(nodes);
    more.put(node.id().toString(), node);
    return new KnownState(role, standing, token, primary, more);
  }

  KnownState without(ClusterNode node) {
    Map<String, ClusterNode> fewer = new TreeMap<>(nodes);
    fewer.remove(node.id().toString());
    return new KnownState(role, standing, token, primary, fewer);
  }

  /** One line, equal for equal states. */
  String line() {
    return "%s %s, token %s, primary %s, nodes %s"
        .formatted(
            role,
            standing,
            token.map(held -> held.scope() + ":" + held.term()).orElse("none"),
            primary.map(NodeId::toString).orElse("none"),
            nodes.keySet());
  }
}
