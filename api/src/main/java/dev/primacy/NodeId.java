package dev.primacy;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.UUID;

/**
 * Names one running node: a name for people, and the incarnation, which is the identity.
 *
 * <p>A restart is another node. Two live incarnations of one name are allowed and warned about.
 *
 * <p>Nodes are listed in ascending order of name, then incarnation.
 *
 * @param name the node's name, {@code primacy.node.name}
 * @param incarnation new at every start
 * @since 0.1
 */
public record NodeId(String name, UUID incarnation) implements Comparable<NodeId> {
  private static final Comparator<NodeId> ORDER =
      Comparator.comparing(NodeId::name).thenComparing(NodeId::incarnation);

  /** Checks the components. */
  public NodeId {
    requireNonNull(name, "name");
    requireNonNull(incarnation, "incarnation");
  }

  @Override
  public int compareTo(NodeId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return name + "/" + incarnation.toString().substring(0, 8);
  }
}
