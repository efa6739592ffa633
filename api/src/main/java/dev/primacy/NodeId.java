package dev.primacy;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * Names one running node: a name for people, and the incarnation, which is the identity.
 *
 * <p>A restart is another node. Two live incarnations of one name are allowed and warned about.
 *
 * @param name the node's name, {@code primacy.node.name}
 * @param incarnation new at every start
 * @since 0.1
 */
public record NodeId(String name, UUID incarnation) {

  /** Checks the components. */
  public NodeId {
    requireNonNull(name, "name");
    requireNonNull(incarnation, "incarnation");
  }

  @Override
  public String toString() {
    return name + "/" + incarnation.toString().substring(0, 8);
  }
}
