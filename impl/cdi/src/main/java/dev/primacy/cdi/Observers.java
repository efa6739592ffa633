package dev.primacy.cdi;

import dev.primacy.core.runtime.DeliveryReport;
import dev.primacy.event.ClusterEvent;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.EventContext;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The application's observers of Primacy's events, each one made to stand for itself: what it
 * throws while an event is delivered is noted, and the next one is notified.
 */
final class Observers {
  private static final ThreadLocal<@Nullable List<DeliveryReport.Failure>> DELIVERY =
      new ThreadLocal<>();

  private volatile boolean synchronous;
  private volatile boolean asynchronous;

  <T extends ClusterEvent> void isolate(ProcessObserverMethod<T, ?> event) {
    ObserverMethod<T> observer = event.getObserverMethod();
    String name = name(observer, event.getAnnotatedMethod());
    if (observer.isAsync()) {
      asynchronous = true;
      event.configureObserverMethod().notifyWith(context -> async(observer, name, context));
    } else {
      synchronous = true;
      event.configureObserverMethod().notifyWith(context -> sync(observer, name, context));
    }
  }

  boolean any() {
    return synchronous || asynchronous;
  }

  boolean anyAsync() {
    return asynchronous;
  }

  private static String name(ObserverMethod<?> observer, @Nullable AnnotatedMethod<?> method) {
    String type = observer.getBeanClass().getSimpleName();
    return method == null ? type : type + "." + method.getJavaMember().getName();
  }

  /** Notes what the observers throw meanwhile on this thread. */
  List<DeliveryReport.Failure> during(Runnable firing) {
    List<DeliveryReport.Failure> failures = new ArrayList<>(0);
    DELIVERY.set(failures);
    try {
      firing.run();
    } finally {
      DELIVERY.remove();
    }
    return failures;
  }

  private <T extends ClusterEvent> void sync(
      ObserverMethod<T> observer, String name, EventContext<T> context) throws Exception {
    List<DeliveryReport.Failure> failures = DELIVERY.get();
    if (failures == null) {
      // fired by the application itself: then it is the application's exception as well
      observer.notify(context);
      return;
    }
    try {
      observer.notify(context);
    } catch (Exception | LinkageError | AssertionError failure) {
      failures.add(new DeliveryReport.Failure(name, ObserverFailures.unwrap(failure)));
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
