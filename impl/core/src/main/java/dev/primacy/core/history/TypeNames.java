package dev.primacy.core.history;

import dev.primacy.event.ClusterEvent;
import dev.primacy.history.PastEvent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The types of events by their names, and the names of their supertypes. What comes from an archive
 * has a name only, and its class need not be here.
 */
final class TypeNames {
  private final Map<String, Class<? extends ClusterEvent>> known = new ConcurrentHashMap<>();

  /**
   * Begins with types that are known.
   *
   * @param types what applications add to Primacy's own
   */
  TypeNames(Collection<? extends Class<? extends ClusterEvent>> types) {
    types.forEach(this::learn);
    learnFamily(ClusterEvent.class);
  }

  private void learnFamily(Class<?> type) {
    Class<?>[] permitted = type.getPermittedSubclasses();
    if (permitted == null) {
      learn(type.asSubclass(ClusterEvent.class));
    } else {
      for (Class<?> each : permitted) {
        learnFamily(each);
      }
    }
  }

  private void learn(Class<? extends ClusterEvent> type) {
    known.put(type.getName(), type);
  }

  boolean isOneOf(PastEvent event, Set<Class<? extends ClusterEvent>> types) {
    Optional<Class<?>> type =
        event
            .event()
            .<Class<?>>map(Object::getClass)
            .or(() -> Optional.ofNullable(known.get(event.type())));
    return type.isPresent()
        ? types.stream().anyMatch(each -> each.isAssignableFrom(type.get()))
        : types.stream().anyMatch(each -> each.getName().equals(event.type()));
  }

  /** Whether a type or one of its supertypes has one of some names, simple or whole. */
  static boolean isNamed(Class<?> type, Set<String> names) {
    if (names.contains(type.getSimpleName()) || names.contains(type.getName())) {
      return true;
    }
    for (Class<?> parent : type.getInterfaces()) {
      if (isNamed(parent, names)) {
        return true;
      }
    }
    return false;
  }
}
