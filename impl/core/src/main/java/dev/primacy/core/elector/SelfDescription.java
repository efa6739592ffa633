package dev.primacy.core.elector;

import static java.util.Objects.requireNonNull;

import dev.primacy.NodeLifecycle;
import dev.primacy.NodeStatus;
import java.util.Map;
import java.util.Optional;

/**
 * What a node says about itself beside what was configured.
 *
 * @param lifecycle whether it is at work or leaving
 * @param published attributes of the application; they go before configured ones of the same name
 * @param status tells them apart from others; empty if none were published
 * @param internal what Primacy tells other nodes
 * @since 0.1
 */
public record SelfDescription(
    NodeLifecycle lifecycle,
    Map<String, String> published,
    Optional<NodeStatus> status,
    Map<String, String> internal) {

  /** A node at work that says nothing. */
  public static final SelfDescription PLAIN =
      new SelfDescription(NodeLifecycle.UP, Map.of(), Optional.empty(), Map.of());

  /** Checks the components and copies the maps. */
  public SelfDescription {
    requireNonNull(lifecycle, "lifecycle");
    published = Map.copyOf(published);
    requireNonNull(status, "status");
    internal = Map.copyOf(internal);
  }

  /**
   * The same at another point of life.
   *
   * @param next which
   * @return the description
   */
  public SelfDescription with(NodeLifecycle next) {
    return new SelfDescription(next, published, status, internal);
  }

  /**
   * The same with other attributes of the application.
   *
   * @param next the attributes
   * @param nextStatus tells them apart from others
   * @return the description
   */
  public SelfDescription with(Map<String, String> next, NodeStatus nextStatus) {
    return new SelfDescription(lifecycle, next, Optional.of(nextStatus), internal);
  }

  /**
   * The same with other words of Primacy.
   *
   * @param next by name
   * @return the description
   */
  public SelfDescription withInternal(Map<String, String> next) {
    return new SelfDescription(lifecycle, published, status, next);
  }
}
