package dev.primacy;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An immutable picture of a node, as it last described itself in the store.
 *
 * @param id who it is
 * @param endpoint where people or peers reach it; empty if {@code primacy.node.url} is not set
 *     there
 * @param groups the groups it takes part in
 * @param priority its preference to lead, the greater the more; 0 unless configured
 * @param passive true if it never becomes primary
 * @param lifecycle whether it is at work, leaving or gone
 * @param attributes what it publishes about itself, at most 32 of at most 256 bytes each: those of
 *     its settings, and those published at run time, which go first
 * @param status when it published attributes at run time last; empty if it never did
 * @since 0.1
 */
public record ClusterNode(
    NodeId id,
    Optional<URI> endpoint,
    Set<String> groups,
    int priority,
    boolean passive,
    NodeLifecycle lifecycle,
    Map<String, String> attributes,
    Optional<NodeStatus> status) {

  /** Checks the components and copies the collections. */
  public ClusterNode {
    requireNonNull(id, "id");
    requireNonNull(endpoint, "endpoint");
    groups = Set.copyOf(groups);
    requireNonNull(lifecycle, "lifecycle");
    attributes = Map.copyOf(attributes);
    requireNonNull(status, "status");
  }

  /**
   * A node at work that has published nothing at run time.
   *
   * @param id who it is
   * @param endpoint where people or peers reach it
   * @param groups the groups it takes part in
   * @param priority its preference to lead
   * @param passive true if it never becomes primary
   * @param attributes what it publishes about itself
   */
  public ClusterNode(
      NodeId id,
      Optional<URI> endpoint,
      Set<String> groups,
      int priority,
      boolean passive,
      Map<String, String> attributes) {
    this(id, endpoint, groups, priority, passive, NodeLifecycle.UP, attributes, Optional.empty());
  }

  /**
   * One attribute, as what it is.
   *
   * @param attribute its name and type
   * @param <T> its type
   * @return empty if the node does not publish it
   * @throws IllegalArgumentException if what it publishes is not of this type; the message names
   *     the node, the attribute, the type and the text
   */
  public <T> Optional<T> get(NodeAttribute<T> attribute) {
    String text = attributes.get(attribute.name());
    return text == null ? Optional.empty() : Optional.of(attribute.read(id, text));
  }
}
