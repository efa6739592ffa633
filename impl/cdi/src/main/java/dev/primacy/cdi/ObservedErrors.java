package dev.primacy.cdi;

import dev.primacy.event.ApplicationEvent;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.ClusterMonitorError;
import dev.primacy.event.ErrorOf;
import dev.primacy.event.NodeJoined;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether those that observe the errors of one kind of event would ever hear of one. */
final class ObservedErrors {
  /** What it is that a record which cannot be read would have told. */
  private static final List<Class<? extends ClusterEvent>> KINDS = List.of(NodeJoined.class);

  private final List<RuntimeException> problems = new ArrayList<>();

  void see(ObserverMethod<?> observer, @Nullable AnnotatedMethod<?> method) {
    Class<?> type = Earshot.raw(observer.getObservedType());
    for (Annotation qualifier : observer.getObservedQualifiers()) {
      if (qualifier instanceof ErrorOf errors) {
        see(errors, type, MethodNames.of(observer, method));
      }
    }
  }

  private void see(ErrorOf errors, Class<?> type, String name) {
    String kind = errors.value().getSimpleName();
    if (!KINDS.contains(errors.value())) {
      String kinds = String.join(", ", KINDS.stream().map(Class::getSimpleName).toList());
      problems.add(CdiMessages.TEXT.noErrorsOf(kind, name, kinds));
    }
    if (ClusterEvent.class.isAssignableFrom(type)
        && !ApplicationEvent.class.isAssignableFrom(type)
        && !type.isAssignableFrom(ClusterMonitorError.class)) {
      problems.add(CdiMessages.TEXT.noErrorEvent(kind, name, type.getSimpleName()));
    }
  }

  /** What was found wrong since the last time this was asked. */
  List<RuntimeException> problems() {
    List<RuntimeException> found = List.copyOf(problems);
    problems.clear();
    return found;
  }
}
