package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.ClusterNode;

/**
 * A node publishes an attribute that it did not have.
 *
 * @param envelope what it has in common with all others; its origin is the node that has it
 * @param of the node, with all of its attributes
 * @param attribute the attribute's name
 * @param value its value
 * @since 0.1
 */
@EventId(1111)
public record NodeAttributeAdded(
    EventEnvelope envelope, ClusterNode of, String attribute, String value)
    implements ServiceEvent {

  /** Checks the components. */
  public NodeAttributeAdded {
    requireNonNull(envelope, "envelope");
    requireNonNull(of, "of");
    requireNonNull(attribute, "attribute");
    requireNonNull(value, "value");
  }
}
