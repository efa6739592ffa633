package dev.primacy.cdi;

import dev.primacy.core.messaging.Via;
import dev.primacy.event.ClusterEvent;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The application that events are delivered to. Safe on any thread. */
final class Application {
  /** Of many groups the first ones: each costs the start some microseconds. */
  private static final int PREPARED = 32;

  private final BeanManager beans;
  private final Event<Object> events;
  private final Supplier<RequestContextController> requests;
  private final Telling.Way way;
  private final ClassLoader loader;
  private final Map<String, RequestContextController> requestOfLane = new ConcurrentHashMap<>();
  private final Map<EventTopic, Audience> audiences = new ConcurrentHashMap<>();

  /** On a thread that has the application's class loader. */
  Application(
      BeanManager beans,
      Event<Object> events,
      Supplier<RequestContextController> requests,
      Telling.Way way) {
    this.beans = beans;
    this.events = events;
    this.requests = requests;
    this.way = way;
    this.loader = Thread.currentThread().getContextClassLoader();
  }

  ClassLoader loader() {
    return loader;
  }

  /** Finds out who hears of a change of role, so that no hand-over waits for it. */
  void prepare(Collection<String> groups) {
    groups.stream().limit(PREPARED).flatMap(RoleChanges::of).forEach(this::audience);
  }

  Audience audience(ClusterEvent event) {
    return audience(event, Via.HERE);
  }

  Audience audience(ClusterEvent event, Via via) {
    EventTopic topic = EventTopic.of(event, via);
    Audience known = audiences.get(topic);
    return known == null ? audiences.computeIfAbsent(topic, made -> find(made, event)) : known;
  }

  /** Keeps nothing for a group that was left; it may be joined again. */
  void forget(String group) {
    audiences.keySet().removeIf(topic -> group.equals(topic.group()));
    requestOfLane.remove(group);
  }

  @SuppressWarnings("unchecked") // the topic's type is the event's class
  private Audience find(EventTopic topic, ClusterEvent event) {
    Annotation[] qualifiers = topic.qualifiers();
    Set<ObserverMethod<? super ClusterEvent>> found =
        beans.resolveObserverMethods(event, qualifiers);
    Event<ClusterEvent> target = (Event<ClusterEvent>) events.select(topic.type(), qualifiers);
    return new Audience(
        topic.lane(),
        target,
        way.of(target, found, Set.of(qualifiers)),
        requestOfLane.computeIfAbsent(topic.lane(), lane -> requests.get()),
        found.stream().anyMatch(observer -> !observer.isAsync()),
        found.stream().anyMatch(ObserverMethod::isAsync));
  }
}
