package dev.primacy.cdi;

import dev.primacy.event.ClusterEvent;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;

/**
 * Whether an observer can hear an event of Primacy's: because it observes one of the event types,
 * or a type that an event has as well, which is {@code Object}, {@code Record} (all events are
 * records), or an interface, since the application's own events may implement any.
 */
final class Earshot {
  private Earshot() {}

  /** Whether it can; observers of extensions stay as they are, for they hear the container. */
  static boolean covers(ObserverMethod<?> observer) {
    Class<?> type = raw(observer.getObservedType());
    return (isMeant(type) || type.isInterface() || type.isAssignableFrom(Record.class))
        && !Extension.class.isAssignableFrom(observer.getBeanClass())
        && observer.getObservedQualifiers().stream().allMatch(EventTopic::mayCarry);
  }

  /** Whether it observes a type of Primacy's, so that somebody waits for its events. */
  static boolean isMeant(ObserverMethod<?> observer) {
    return isMeant(raw(observer.getObservedType()));
  }

  private static boolean isMeant(Class<?> type) {
    return ClusterEvent.class.isAssignableFrom(type);
  }

  static Class<?> raw(Type type) {
    if (type instanceof Class<?> plain) {
      return plain;
    }
    if (type instanceof ParameterizedType parameterized) {
      return raw(parameterized.getRawType());
    }
    // an array of a generic type is left, and no event is one
    return type instanceof TypeVariable<?> variable ? raw(variable.getBounds()[0]) : Object[].class;
  }
}
