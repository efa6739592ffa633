package dev.primacy.core.runtime;

import static java.util.Objects.requireNonNull;

import dev.primacy.NodeId;
import java.util.function.Predicate;

/**
 * Who is to become the primary, as it was asked for.
 *
 * @param shown the same for people
 * @param named whether a node is meant
 */
record Successor(String shown, Predicate<NodeId> named) {

  static Successor called(String name) {
    requireNonNull(name, "nodeName");
    return new Successor("'" + GroupNames.fit(name) + "'", node -> node.name().equals(name));
  }

  /** The incarnation is the identity, whatever the name. */
  static Successor of(NodeId id) {
    requireNonNull(id, "node");
    return new Successor(
        GroupNames.fit(id.toString()), node -> node.incarnation().equals(id.incarnation()));
  }
}
