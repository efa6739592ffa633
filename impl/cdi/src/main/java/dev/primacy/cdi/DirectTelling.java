package dev.primacy.cdi;

import dev.primacy.core.messaging.Via;
import dev.primacy.core.runtime.DeliveryReport;
import dev.primacy.event.ClusterEvent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.EventContext;
import jakarta.enterprise.inject.spi.EventMetadata;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Notifies observers one after the other, where no extension can stand before them. A container
 * that fires skips all that come after one that throws.
 *
 * @param observers in the order of their priorities
 * @param qualifiers of the event
 */
record DirectTelling(List<Told> observers, Set<Annotation> qualifiers) implements Telling {
  /**
   * One of them.
   *
   * @param observer the observer
   * @param selection what it means beyond what the container resolves
   */
  record Told(ObserverMethod<ClusterEvent> observer, Selection selection) {}

  /** Their order is what the container would keep. */
  static Telling of(
      Event<ClusterEvent> target,
      Collection<ObserverMethod<? super ClusterEvent>> observers,
      Set<Annotation> qualifiers) {
    List<Told> told =
        observers.stream()
            .filter(observer -> !observer.isAsync())
            .sorted(Comparator.comparingInt(ObserverMethod::getPriority))
            .map(DirectTelling::told)
            .toList();
    return new DirectTelling(told, qualifiers);
  }

  @SuppressWarnings("unchecked") // whoever hears a wider type hears this one
  private static Told told(ObserverMethod<? super ClusterEvent> observer) {
    return new Told((ObserverMethod<ClusterEvent>) observer, Selection.of(observer));
  }

  @Override
  public DeliveryReport tell(ClusterEvent event, Via via) {
    Failures failures = new Failures(via);
    EventContext<ClusterEvent> context = new Context(event, new Metadata(qualifiers, event));
    for (Told told : observers) {
      if (told.selection().means(event, via)) {
        try {
          told.observer().notify(context);
        } catch (Exception | LinkageError | AssertionError failure) {
          // any: Quarkus throws those that an observer declares, and does not wrap them
          failures.add(told.observer().getBeanClass().getSimpleName(), failure);
        }
      }
    }
    return failures.report();
  }

  private record Context(ClusterEvent event, EventMetadata metadata)
      implements EventContext<ClusterEvent> {
    @Override
    public ClusterEvent getEvent() {
      return event;
    }

    @Override
    public EventMetadata getMetadata() {
      return metadata;
    }
  }

  private record Metadata(Set<Annotation> qualifiers, ClusterEvent event) implements EventMetadata {
    @Override
    public Set<Annotation> getQualifiers() {
      return qualifiers;
    }

    /** It is fired by nobody's {@code Event} that was injected. */
    @Override
    public @Nullable InjectionPoint getInjectionPoint() {
      return null;
    }

    @Override
    public Type getType() {
      return event.getClass();
    }
  }
}
