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
 * @param attributes what it publishes about itself, at most 32 of at most 256 bytes each
 * @since 0.1
 */
public record ClusterNode(
    NodeId id,
    Optional<URI> endpoint,
    Set<String> groups,
    int priority,
    boolean passive,
    Map<String, String> attributes) {

  /** Checks the components and copies the collections. */
  public ClusterNode {
    requireNonNull(id, "id");
    requireNonNull(endpoint, "endpoint");
    groups = Set.copyOf(groups);
    attributes = Map.copyOf(attributes);
  }
}
