package dev.primacy.core.runtime;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import java.util.Optional;

/** A node as the primary of groups: one object for all the groups it holds. */
final class Primary {

  /** Nobody holds it, or whoever does is not known yet. */
  static final Primary NONE = new Primary(Optional.empty());

  private final Optional<ClusterNode> node;
  private final Optional<NodeId> id;

  private Primary(Optional<ClusterNode> node) {
    this.node = node;
    this.id = node.map(ClusterNode::id);
  }

  static Primary of(ClusterNode node) {
    return new Primary(Optional.of(node));
  }

  Optional<ClusterNode> node() {
    return node;
  }

  Optional<NodeId> id() {
    return id;
  }
}
