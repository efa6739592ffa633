package dev.primacy.cdi;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * What of Primacy's is injected, found at every injection point of the application. One look at
 * each is cheaper than an observer for each type, since a container resolves observers anew for the
 * injection points of each bean.
 */
final class InjectedThings {
  private final Injections injections;
  private final ClusterEvents events;
  private final PublisherPoints publishers;

  InjectedThings(Injections injections, ClusterEvents events, PublisherPoints publishers) {
    this.injections = injections;
    this.events = events;
    this.publishers = publishers;
  }

  void see(InjectionPoint point) {
    Type type = point.getType();
    Class<?> raw = Earshot.raw(type);
    publishers.see(point);
    if (raw == Event.class) {
      events.see(point);
    } else if (raw != Instance.class) {
      note(point, raw, false);
    } else if (type instanceof ParameterizedType generic) {
      note(point, Earshot.raw(generic.getActualTypeArguments()[0]), true);
    }
  }

  private void note(InjectionPoint point, Class<?> sought, boolean lookedUp) {
    if (PlaceOfType.isMeant(sought.getName())) {
      new PlaceOfType(sought.getName(), lookedUp, InjectedPlace.of(point)).note(injections);
    }
  }
}
