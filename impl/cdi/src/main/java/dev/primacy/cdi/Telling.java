package dev.primacy.cdi;

import dev.primacy.core.messaging.Via;
import dev.primacy.core.runtime.DeliveryReport;
import dev.primacy.event.ClusterEvent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.Set;

/** Tells those that observe an event synchronously. */
interface Telling {
  /** What those threw, each one by itself, is in the report. */
  DeliveryReport tell(ClusterEvent event, Via via);

  /** How the observers of one topic are told. */
  interface Way {
    Telling of(
        Event<ClusterEvent> event,
        Collection<ObserverMethod<? super ClusterEvent>> observers,
        Set<Annotation> qualifiers);
  }

  /** Through the container, where the extension put each observer apart from the others. */
  static Telling byContainer(
      Event<ClusterEvent> target,
      Collection<ObserverMethod<? super ClusterEvent>> observers,
      Set<Annotation> qualifiers) {
    return (event, via) -> Observers.fire(target, event, via);
  }
}
