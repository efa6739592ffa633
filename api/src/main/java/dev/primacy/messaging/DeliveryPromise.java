package dev.primacy.messaging;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a messenger promises. Events of one node are heard in the order in which it published them;
 * those of several nodes in no common order.
 *
 * @param toAll how often each node that is there hears an event
 * @param toOne how often an event is handled of a queue that lives as long as its nodes
 * @param durable how often an event is handled of a queue that keeps its events; empty if there are
 *     no such queues
 * @since 0.1
 */
public record DeliveryPromise(Guarantee toAll, Guarantee toOne, Optional<Guarantee> durable) {

  /** Checks the components. */
  public DeliveryPromise {
    requireNonNull(toAll, "toAll");
    requireNonNull(toOne, "toOne");
    requireNonNull(durable, "durable");
  }
}
