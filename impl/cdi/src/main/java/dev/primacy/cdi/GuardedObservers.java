package dev.primacy.cdi;

import dev.primacy.OnSecondary;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.gate.Gate;
import dev.primacy.core.gate.GuardOutcome;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.EventContext;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.lang.reflect.Method;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Guards observers where they are notified. The interceptor alone would not do: a container takes
 * the notification for a call of the bean to itself, and does not intercept it, when the event is
 * fired from within a method of the very instance that observes (seen on Weld 5.1 and 6.0).
 */
final class GuardedObservers {

  /** Notifies an observer. */
  interface Notification<T> {
    void send(EventContext<T> context) throws Exception;
  }

  private final GuardLookup lookup;
  private final Supplier<GuardRegistry> registry;

  /**
   * Looks guards up while the application is deployed, and asks the registry afterwards.
   *
   * @param registry complete once an event is fired
   */
  GuardedObservers(GuardLookup lookup, Supplier<GuardRegistry> registry) {
    this.lookup = lookup;
    this.registry = registry;
  }

  /** Null if it is not guarded; then the observer is notified as it is. */
  <T> @Nullable Notification<T> guard(
      ObserverMethod<T> observer, @Nullable AnnotatedMethod<?> annotated) {
    if (annotated == null) {
      return null;
    }
    Class<?> type = observer.getBeanClass();
    Method method = annotated.getJavaMember();
    return lookup.find(type, method).isEmpty()
        ? null
        : context -> send(observer, type, method, context);
  }

  private <T> void send(
      ObserverMethod<T> observer, Class<?> type, Method method, EventContext<T> context)
      throws Exception {
    GuardedMethod guarded =
        registry
            .get()
            .find(type, method)
            .orElseThrow(() -> CdiMessages.TEXT.unknownToRegistry(MethodNames.of(type, method)));
    if (CallScope.outer(guarded.gate()) == null) {
      count(guarded, () -> observer.notify(context));
    } else {
      // counted already, and judged by the tenure of the call around it
      judge(guarded, () -> observer.notify(context));
    }
  }

  private static void count(GuardedMethod guarded, CallScope.Work work) throws Exception {
    Gate gate = guarded.gate();
    Admission admission = guarded.enter();
    if (admission == null) {
      guarded.countRefused();
      refuse(guarded);
      return;
    }
    try {
      CallScope.within(guarded, admission, work);
      if (!gate.stands(admission)) {
        guarded.count(GuardOutcome.LOST);
        throw guarded.outcomeUnknown();
      }
    } finally {
      gate.leave(admission);
    }
  }

  private static void judge(GuardedMethod guarded, CallScope.Work work) throws Exception {
    Admission outer = CallScope.outer(guarded.gate());
    if (outer == null || !guarded.admitsWithin(outer)) {
      refuse(guarded);
      return;
    }
    work.run();
    if (!guarded.gate().stands(outer)) {
      throw guarded.outcomeUnknown();
    }
  }

  private static void refuse(GuardedMethod guarded) {
    if (guarded.spec().onSecondary() != OnSecondary.SKIP) {
      throw guarded.gate().refuse(guarded.name());
    }
  }
}
