package dev.primacy.cdi;

import dev.primacy.core.runtime.DeliveryReport;
import dev.primacy.event.ClusterEvent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.EventContext;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import org.jspecify.annotations.Nullable;

/**
 * The application's observers of Primacy's events, each one made to stand for itself: what it
 * throws while an event is delivered is noted, and the next one is notified.
 */
final class Observers {
  private static final ThreadLocal<@Nullable Failures> DELIVERY = new ThreadLocal<>();

  private volatile boolean any;

  <T extends ClusterEvent> void isolate(ProcessObserverMethod<T, ?> event) {
    ObserverMethod<T> observer = event.getObserverMethod();
    String name = name(observer, event.getAnnotatedMethod());
    any = true;
    if (observer.isAsync()) {
      event.configureObserverMethod().notifyWith(context -> async(observer, name, context));
    } else {
      event.configureObserverMethod().notifyWith(context -> sync(observer, name, context));
    }
  }

  boolean any() {
    return any;
  }

  private static String name(ObserverMethod<?> observer, @Nullable AnnotatedMethod<?> method) {
    String type = observer.getBeanClass().getSimpleName();
    return method == null ? type : type + "." + method.getJavaMember().getName();
  }

  /** Fires, and notes what the observers throw meanwhile on this thread. */
  static <T extends ClusterEvent> DeliveryReport fire(Event<T> target, T event) {
    Failures failures = new Failures();
    DELIVERY.set(failures);
    try {
      target.fire(event);
    } catch (RuntimeException thrown) {
      // from an observer of Object or Record, which is not ours to isolate
      failures.add("an observer of a wider type", thrown);
    } finally {
      DELIVERY.remove();
    }
    return failures.report();
  }

  private <T extends ClusterEvent> void sync(
      ObserverMethod<T> observer, String name, EventContext<T> context) throws Exception {
    Failures failures = DELIVERY.get();
    if (failures == null) {
      // fired by the application itself: then it is the application's exception as well
      observer.notify(context);
      return;
    }
    try {
      observer.notify(context);
    } catch (Exception | LinkageError | AssertionError failure) {
      failures.add(name, failure);
    }
  }

  private <T extends ClusterEvent> void async(
      ObserverMethod<T> observer, String name, EventContext<T> context) throws Exception {
    try {
      observer.notify(context);
    } catch (Exception | LinkageError | AssertionError failure) {
      String type = context.getEvent().getClass().getSimpleName();
      CdiLog.LOG.asyncObserverFailed(ObserverFailures.unwrap(failure), name, type);
    }
  }
}
