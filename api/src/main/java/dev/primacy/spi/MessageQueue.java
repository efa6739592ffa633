package dev.primacy.spi;

import static java.util.Objects.requireNonNull;

/**
 * A queue of which this node handles its share.
 *
 * @param name unlike any other in the cluster
 * @param durable whether messages are kept until a node has handled them
 * @since 0.1
 */
public record MessageQueue(String name, boolean durable) {

  /** Checks the components. */
  public MessageQueue {
    requireNonNull(name, "name");
  }
}
