package dev.primacy.core.runtime;

import static dev.primacy.core.CoreMessages.MESSAGES;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import dev.primacy.SwitchoverException;
import dev.primacy.SwitchoverException.Reason;
import dev.primacy.core.view.ClusterView;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;

/** Finds the node that a switchover is to, or says why it is to nobody. On the lease thread. */
final class Nomination {
  private final ClusterView view;
  private final BiPredicate<String, UUID> mayLead;

  /**
   * @param mayLead whether a node, by its record, takes part in a group and may become its primary
   */
  Nomination(ClusterView view, BiPredicate<String, UUID> mayLead) {
    this.view = view;
    this.mayLead = mayLead;
  }

  /** The node; throws a numbered exception that lists those that may be named if there is none. */
  NodeId find(GroupMembership membership, Successor wanted) {
    List<ClusterNode> found =
        view.nodes().stream().filter(node -> wanted.named().test(node.id())).toList();
    if (found.isEmpty()) {
      throw refused(
          membership,
          Reason.UNKNOWN_NODE,
          MESSAGES.switchoverToUnknown(membership.group(), wanted.shown(), others(membership)));
    }
    if (found.size() > 1) {
      String which = shown(found.stream().map(ClusterNode::id).toList());
      throw refused(
          membership,
          Reason.AMBIGUOUS_NAME,
          MESSAGES.switchoverToSeveral(membership.group(), wanted.shown(), which));
    }
    return checked(membership, found.get(0));
  }

  private NodeId checked(GroupMembership membership, ClusterNode node) {
    String group = membership.group();
    String shown = node.id().toString();
    if (node.id().equals(membership.node())) {
      throw refused(
          membership, Reason.ITSELF, MESSAGES.switchoverToItself(group, shown, others(membership)));
    }
    if (node.passive()) {
      throw refused(
          membership,
          Reason.PASSIVE,
          MESSAGES.switchoverToPassive(group, shown, others(membership)));
    }
    if (!mayLead.test(group, node.id().incarnation())) {
      throw refused(
          membership,
          Reason.NOT_IN_GROUP,
          MESSAGES.switchoverToOutsider(group, shown, others(membership)));
    }
    return node.id();
  }

  private static SwitchoverException refused(
      GroupMembership membership, Reason reason, String message) {
    return new SwitchoverException(message, reason, membership.primaryId());
  }

  private String others(GroupMembership membership) {
    List<NodeId> others =
        view.nodes().stream()
            .map(ClusterNode::id)
            .filter(node -> mayLead.test(membership.group(), node.incarnation()))
            .toList();
    return others.isEmpty() ? "there is none that may take it" : shown(others);
  }

  private static String shown(List<NodeId> nodes) {
    return GroupNames.shown(nodes.stream().map(NodeId::toString).toList(), ", ");
  }
}
