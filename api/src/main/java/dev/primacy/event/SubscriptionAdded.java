package dev.primacy.event;

import static java.util.Objects.requireNonNull;

/**
 * Somebody subscribed to events.
 *
 * @param envelope what it has in common with all others; its origin is the subscription's id
 * @param binding the pattern of topics that it hears
 * @since 0.1
 */
@EventId(1201)
public record SubscriptionAdded(EventEnvelope envelope, String binding) implements ServiceEvent {

  /** Checks the components. */
  public SubscriptionAdded {
    requireNonNull(envelope, "envelope");
    requireNonNull(binding, "binding");
  }
}
