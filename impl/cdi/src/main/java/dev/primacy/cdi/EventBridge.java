package dev.primacy.cdi;

import dev.primacy.core.runtime.DeliveryReport;
import dev.primacy.core.runtime.EventSink;
import dev.primacy.event.ClusterEvent;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Fires events into the container: with the application's class loader, with a request context of
 * their own, to one observer after the other, and to the asynchronous ones afterwards.
 */
final class EventBridge implements EventSink {
  private record Container(
      Event<Object> events, Supplier<RequestContextController> requests, ClassLoader loader) {}

  private final Observers observers;
  private final Map<EventTopic, Event<? extends ClusterEvent>> fired = new ConcurrentHashMap<>();

  // one each lane, which is never on two threads at a time: a controller knows whether it activated
  private final Map<String, RequestContextController> requests = new ConcurrentHashMap<>();
  private final AsyncRounds async = new AsyncRounds();

  // written once, before the runtime is started
  private volatile @Nullable Container container;

  EventBridge(Observers observers) {
    this.observers = observers;
  }

  /** From now on there is an application to deliver to. */
  void open(Event<Object> events, Supplier<RequestContextController> requests) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    container = new Container(events, requests, loader);
  }

  @Override
  public DeliveryReport deliver(ClusterEvent event) {
    Container open = container;
    if (open == null || !observers.any()) {
      return DeliveryReport.CLEAN;
    }
    EventTopic topic = EventTopic.of(event);
    Event<ClusterEvent> target = target(open, topic);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(open.loader());
    try {
      DeliveryReport report = inRequest(request(open, topic), () -> target.fire(event));
      if (observers.anyAsync()) {
        async.follow(topic, target, event);
      }
      return report;
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private RequestContextController request(Container open, EventTopic topic) {
    return requests.computeIfAbsent(topic.lane(), lane -> open.requests().get());
  }

  private DeliveryReport inRequest(RequestContextController request, Runnable firing) {
    boolean activated = request.activate();
    try {
      return fire(firing);
    } finally {
      if (activated) {
        request.deactivate();
      }
    }
  }

  private DeliveryReport fire(Runnable firing) {
    List<DeliveryReport.Failure> failures = new ArrayList<>(0);
    failures.addAll(
        observers.during(
            () -> {
              try {
                firing.run();
              } catch (RuntimeException thrown) {
                // from an observer of Object or Record, which is not ours to isolate
                failures.add(
                    new DeliveryReport.Failure(
                        "an observer of a wider type", ObserverFailures.unwrap(thrown)));
              }
            }));
    return failures.isEmpty() ? DeliveryReport.CLEAN : new DeliveryReport(failures);
  }

  @SuppressWarnings("unchecked") // the topic's type is the event's class
  private Event<ClusterEvent> target(Container open, EventTopic topic) {
    return (Event<ClusterEvent>)
        fired.computeIfAbsent(topic, t -> open.events().select(t.type(), t.qualifiers()));
  }
}
