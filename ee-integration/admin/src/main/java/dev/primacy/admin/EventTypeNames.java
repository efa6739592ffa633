package dev.primacy.admin;

import static dev.primacy.admin.AdminMessages.TEXT;

import dev.primacy.event.ClusterEvent;
import dev.primacy.history.EventField;
import dev.primacy.history.EventQuery;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Types of events as requests name them: by number, or by class name without the package. */
final class EventTypeNames {
  private static final Map<String, Class<? extends ClusterEvent>> KNOWN =
      family(ClusterEvent.class)
          .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, type -> type));

  private EventTypeNames() {}

  private static Stream<Class<? extends ClusterEvent>> family(Class<?> type) {
    Stream<Class<? extends ClusterEvent>> self = Stream.of(type.asSubclass(ClusterEvent.class));
    Class<?>[] permitted = type.getPermittedSubclasses();
    return permitted == null
        ? self
        : Stream.concat(self, Arrays.stream(permitted).flatMap(EventTypeNames::family));
  }

  /**
   * Narrows a query to a type; to its subtypes too, if it is one of Primacy's own.
   *
   * @throws Problem 400 if it cannot be the name of a type
   */
  static EventQuery narrowed(EventQuery query, String name) {
    if (name.matches("\\d{1,9}")) {
      return query.eventId(Integer.parseInt(name));
    }
    if (!name.matches("[A-Za-z_]\\w{0,99}")) {
      throw Problem.badRequest(TEXT.badEventType());
    }
    Class<? extends ClusterEvent> known = KNOWN.get(name);
    return known != null
        ? query.type(known)
        : query.regex(EventField.TYPE, "(^|[.$])" + name + "$");
  }
}
