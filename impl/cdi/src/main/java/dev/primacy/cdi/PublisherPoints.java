package dev.primacy.cdi;

import static dev.primacy.cdi.CdiMessages.TEXT;

import dev.primacy.core.messaging.EventShape;
import dev.primacy.event.Origin;
import dev.primacy.messaging.EventPublisher;
import dev.primacy.messaging.Topic;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the application has publishers injected, and what is wrong with that. */
final class PublisherPoints {
  private final ClusterEvents events;
  private final List<RuntimeException> problems = new ArrayList<>();

  PublisherPoints(ClusterEvents events) {
    this.events = events;
  }

  /** Of any type: containers differ in what they take for a publisher or a lookup of one. */
  void see(InjectionPoint point) {
    Type sought = argument(point.getType(), Instance.class).orElse(point.getType());
    if (Earshot.raw(sought) == EventPublisher.class) {
      see(point, sought);
    }
  }

  private void see(InjectionPoint point, Type publisher) {
    String place = Injections.name(point);
    Optional<Class<?>> type =
        argument(publisher, EventPublisher.class).flatMap(PublisherPoints::named);
    String wrong =
        type.isEmpty()
            ? "it does not name the type of event"
            : EventShape.problem(type.get()).orElse("");
    if (wrong.isEmpty()) {
      type.ifPresent(events::know);
      events.uses(place);
    } else {
      problems.add(TEXT.publisherOfNoEvent(place, wrong));
    }
    origin(point)
        .filter(origin -> !Topic.isOrigin(origin))
        .ifPresent(origin -> problems.add(TEXT.publisherOfNoOrigin(place, origin)));
  }

  private static Optional<Type> argument(Type type, Class<?> of) {
    return type instanceof ParameterizedType generic && generic.getRawType() == of
        ? Optional.of(generic.getActualTypeArguments()[0])
        : Optional.empty();
  }

  private static Optional<Class<?>> named(Type type) {
    return type instanceof Class<?> plain ? Optional.of(plain) : Optional.empty();
  }

  /**
   * The type of event of a publisher. Of one that is looked up some containers say the raw type,
   * and only where the lookup was injected says more.
   */
  static Class<?> published(InjectionPoint point) {
    return Stream.of(point.getType(), point.getAnnotated().getBaseType())
        .map(type -> argument(type, Instance.class).orElse(type))
        .flatMap(type -> argument(type, EventPublisher.class).stream())
        .flatMap(type -> named(type).stream())
        .findFirst()
        .orElseThrow(() -> TEXT.publisherOfUnknown(Injections.name(point)));
  }

  static Optional<String> origin(InjectionPoint point) {
    return point.getQualifiers().stream()
        .filter(Origin.class::isInstance)
        .map(qualifier -> ((Origin) qualifier).value())
        .findFirst();
  }

  /** What was found wrong since the last time this was asked. */
  List<RuntimeException> problems() {
    List<RuntimeException> found = List.copyOf(problems);
    problems.clear();
    return found;
  }
}
