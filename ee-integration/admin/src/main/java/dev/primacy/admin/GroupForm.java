package dev.primacy.admin;

import dev.primacy.ClusterNode;
import dev.primacy.control.GroupDetails;
import dev.primacy.control.NodeState;
import jakarta.json.JsonObject;
import java.util.Comparator;
import java.util.List;

/** A group in an answer: how it is kept, who is in it, and what this node is. */
final class GroupForm {
  private GroupForm() {}

  static JsonObject of(GroupDetails group, NodeState state) {
    return Json.object()
        .add("group", group.group())
        .add("version", Json.text(group.version()))
        .add(
            "configuration",
            Json.object()
                .add("election", group.election())
                .add("frozen", group.frozen())
                .add("readOnly", Json.readOnly(group.readOnly())))
        .add(
            "members",
            Json.object()
                .add("primary", Json.node(group.primary()))
                .add("secondaries", Json.array(secondaries(group), Json::node)))
        .add("token", Json.token(group.token()))
        .add("candidate", Json.id(group.candidate()))
        .add("seenBy", Json.id(group.seenBy()))
        .add("state", Json.state(state))
        .build();
  }

  private static List<ClusterNode> secondaries(GroupDetails group) {
    return group.nodes().stream()
        .filter(node -> group.primary().filter(primary -> same(primary, node)).isEmpty())
        .sorted(Comparator.comparing(node -> node.id().name()))
        .toList();
  }

  private static boolean same(ClusterNode one, ClusterNode other) {
    return one.id().equals(other.id());
  }

  /** With the version as an ETag, for the next command. */
  static Answer answer(GroupDetails group, NodeState state) {
    Answer answer = Answer.json(200, of(group, state));
    return group
        .version()
        .map(version -> answer.with("ETag", Versions.tag(version)))
        .orElse(answer);
  }
}
