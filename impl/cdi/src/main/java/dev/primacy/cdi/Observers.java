package dev.primacy.cdi;

import dev.primacy.cdi.GuardedObservers.Notification;
import dev.primacy.core.messaging.Via;
import dev.primacy.core.runtime.DeliveryReport;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.ClusterWide;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.EventContext;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The observers that can hear an event of Primacy's, each one made to stand for itself: what it
 * throws while such an event is delivered is noted, and the next one is notified. Events that the
 * application fires reach them as if nobody stood between. Those that are guarded, of whatever
 * event, are guarded here too.
 */
final class Observers {
  private static final ThreadLocal<@Nullable Failures> DELIVERY = new ThreadLocal<>();

  private final AsyncRounds rounds;
  private final GuardedObservers guards;

  private final Set<Class<?>> observed = ConcurrentHashMap.newKeySet();
  private volatile boolean any;

  Observers(AsyncRounds rounds, GuardedObservers guards) {
    this.rounds = rounds;
    this.guards = guards;
  }

  <T> void isolate(ProcessObserverMethod<T, ?> event) {
    ObserverMethod<T> observer = event.getObserverMethod();
    Notification<T> guarded = guards.guard(observer, event.getAnnotatedMethod());
    if (!Earshot.covers(observer)) {
      if (guarded != null) {
        event.setObserverMethod(new GuardedObserver<>(observer, guarded));
      }
      return;
    }
    note(observer);
    String name = name(observer, event.getAnnotatedMethod());
    Notification<T> plain = guarded == null ? observer::notify : guarded;
    Selection selection = Selection.of(observer);
    if (observer.isAsync()) {
      event.configureObserverMethod().notifyWith(context -> async(plain, selection, name, context));
    } else {
      event.configureObserverMethod().notifyWith(context -> sync(plain, selection, name, context));
    }
  }

  /** One that cannot be replaced, and is told directly. */
  void see(ObserverMethod<?> observer) {
    if (Earshot.covers(observer)) {
      note(observer);
    }
  }

  private void note(ObserverMethod<?> observer) {
    observed.add(Earshot.raw(observer.getObservedType()));
    any |= Earshot.isMeant(observer) && !isOurs(observer);
  }

  private static boolean isOurs(ObserverMethod<?> observer) {
    Class<?> bean = observer.getBeanClass();
    return TransactionGuard.class.isAssignableFrom(bean)
        || ScheduleRunner.class.isAssignableFrom(bean);
  }

  /** Whether one may hear events of a type, its qualifiers apart. */
  boolean hear(Class<?> type) {
    return observed.stream().anyMatch(wider -> wider.isAssignableFrom(type));
  }

  /** Whether one observes a type of Primacy's; one of a wider type alone starts nothing. */
  boolean any() {
    return any;
  }

  private static String name(ObserverMethod<?> observer, @Nullable AnnotatedMethod<?> method) {
    String type = observer.getBeanClass().getSimpleName();
    return method == null ? type : type + "." + method.getJavaMember().getName();
  }

  /** Fires, and notes what the observers throw meanwhile on this thread. */
  static <T extends ClusterEvent> DeliveryReport fire(Event<T> target, T event, Via via) {
    Failures failures = new Failures(via);
    DELIVERY.set(failures);
    try {
      target.fire(event);
    } catch (RuntimeException thrown) {
      failures.add("an observer of an extension", thrown);
    } finally {
      DELIVERY.remove();
    }
    return failures.report();
  }

  private static <T> void sync(
      Notification<T> observer, Selection selection, String name, EventContext<T> context)
      throws Exception {
    Failures failures = DELIVERY.get();
    if (failures == null) {
      // fired by the application itself: then it is the application's exception as well
      if (!isDraft(context)) {
        observer.send(context);
      }
      return;
    }
    if (!selection.means(context.getEvent(), failures.via())) {
      return;
    }
    // and so is what this observer fires
    DELIVERY.set(null);
    try {
      observer.send(context);
    } catch (Exception | LinkageError | AssertionError failure) {
      failures.add(name, failure);
    } finally {
      DELIVERY.set(failures);
    }
  }

  /** What was fired to be published is for those that publish it. */
  private static boolean isDraft(EventContext<?> context) {
    return context.getMetadata().getQualifiers().contains(ClusterWide.Literal.INSTANCE);
  }

  private <T> void async(
      Notification<T> observer, Selection selection, String name, EventContext<T> context)
      throws Exception {
    // of a queue nothing is told asynchronously, so no more of the way is needed
    if (isDraft(context) || !selection.means(context.getEvent(), Via.HERE)) {
      return;
    }
    try {
      observer.send(context);
    } catch (Exception | LinkageError | AssertionError failure) {
      if (!rounds.failed(context.getEvent(), name, failure)) {
        throw failure;
      }
    }
  }
}
