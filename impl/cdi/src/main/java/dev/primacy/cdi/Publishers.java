package dev.primacy.cdi;

import dev.primacy.core.gate.SystemClocks;
import dev.primacy.core.messaging.Publisher;
import dev.primacy.core.messaging.Publishing;
import dev.primacy.event.EnvelopedEvent;
import dev.primacy.event.Origin;
import dev.primacy.messaging.EventPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Inject;
import java.security.Principal;
import java.util.Optional;

/**
 * Makes the publishers that the application has injected. For the container.
 *
 * @since 0.1
 */
@ApplicationScoped
public class Publishers {
  @Inject Deployment deployment;
  @Inject Instance<Principal> principals;

  /** Made by the container. */
  public Publishers() {}

  /**
   * A publisher of events that name their origins.
   *
   * @param point says the type of event
   * @param <T> the type
   * @return the publisher
   */
  @Produces
  @Dependent
  public <T extends EnvelopedEvent> EventPublisher<T> publisher(InjectionPoint point) {
    return make(point);
  }

  /**
   * A publisher that has an origin.
   *
   * @param point says the type of event, and the origin
   * @param <T> the type
   * @return the publisher
   */
  @Produces
  @Dependent
  @Origin("")
  public <T extends EnvelopedEvent> EventPublisher<T> publisherOfOrigin(InjectionPoint point) {
    return make(point);
  }

  @SuppressWarnings("unchecked") // what was looked at as the application was deployed
  private <T extends EnvelopedEvent> EventPublisher<T> make(InjectionPoint point) {
    return new Publisher<>(
        (Class<T>) PublisherPoints.published(point),
        PublisherPoints.origin(point),
        new Later(deployment),
        new Caller(principals)::name,
        SystemClocks.INSTANCE);
  }

  /** Beans are made before the runtime is known, maybe. */
  private record Later(Deployment deployment) implements Publishing {
    @Override
    public <E extends EnvelopedEvent> E publish(E draft) {
      return deployment.runtime().publishing().publish(draft);
    }
  }

  /** Who calls, as far as the container says. */
  private record Caller(Instance<Principal> principals) {
    Optional<String> name() {
      try {
        return principals.isResolvable()
            ? Optional.ofNullable(principals.get().getName())
            : Optional.empty();
      } catch (RuntimeException nobody) {
        // containers differ in what they throw where there is no request, or nobody logged in
        return Optional.empty();
      }
    }
  }
}
