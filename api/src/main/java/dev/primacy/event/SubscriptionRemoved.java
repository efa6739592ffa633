package dev.primacy.event;

import static java.util.Objects.requireNonNull;

/**
 * A subscription to events ended.
 *
 * @param envelope what it has in common with all others; its origin is the subscription's id
 * @param binding the pattern of topics that it heard
 * @since 0.1
 */
@EventId(1202)
public record SubscriptionRemoved(EventEnvelope envelope, String binding) implements ServiceEvent {

  /** Checks the components. */
  public SubscriptionRemoved {
    requireNonNull(envelope, "envelope");
    requireNonNull(binding, "binding");
  }
}
