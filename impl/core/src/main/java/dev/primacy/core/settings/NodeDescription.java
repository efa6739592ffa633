package dev.primacy.core.settings;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * What a node says about itself.
 *
 * @param name for people
 * @param endpoint where it is reached; empty if it does not say
 * @param priority its preference to lead
 * @param passive whether it never becomes primary
 * @param attributes what else it publishes
 * @since 0.1
 */
public record NodeDescription(
    String name,
    Optional<URI> endpoint,
    int priority,
    boolean passive,
    Map<String, String> attributes) {

  /** Copies the map. */
  public NodeDescription {
    attributes = Map.copyOf(attributes);
  }
}
