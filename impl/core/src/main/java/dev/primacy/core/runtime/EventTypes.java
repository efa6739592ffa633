package dev.primacy.core.runtime;

import dev.primacy.event.ClusterEvent;
import dev.primacy.event.EventId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types of Primacy's events by their numbers, as the sealed family lists them. */
final class EventTypes {
  private static final Map<Integer, Class<? extends ClusterEvent>> BY_ID =
      types(ClusterEvent.class)
          .filter(type -> type.isAnnotationPresent(EventId.class))
          .collect(
              Collectors.toUnmodifiableMap(
                  type -> type.getAnnotation(EventId.class).value(), type -> type));

  private EventTypes() {}

  private static Stream<Class<? extends ClusterEvent>> types(Class<?> type) {
    Stream<Class<? extends ClusterEvent>> self = Stream.of(type.asSubclass(ClusterEvent.class));
    Class<?>[] permitted = type.getPermittedSubclasses();
    return permitted == null
        ? self
        : Stream.concat(self, Arrays.stream(permitted).flatMap(EventTypes::types));
  }

  static Optional<Class<? extends ClusterEvent>> of(int eventId) {
    return Optional.ofNullable(BY_ID.get(eventId));
  }
}
