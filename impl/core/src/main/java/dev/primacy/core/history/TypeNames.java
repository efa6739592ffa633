package dev.primacy.core.history;

import dev.primacy.event.ClusterEvent;
import dev.primacy.history.PastEvent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The types of events by their names, and the names of their supertypes. What comes from an archive
 * has a name only, and its class need not be here.
 */
final class TypeNames {
  private final Map<String, Class<? extends ClusterEvent>> added = new HashMap<>();

  /**
   * Knows Primacy's own types, and more.
   *
   * @param types what applications add to them
   */
  TypeNames(Collection<? extends Class<? extends ClusterEvent>> types) {
    types.forEach(type -> added.put(type.getName(), type));
  }

  private @Nullable Class<?> named(String name) {
    Class<?> found = added.get(name);
    return found == null ? Family.MEMBERS.get(name) : found;
  }

  /** Primacy's own types: some eighty classes, loaded when somebody asks and not by each start. */
  private static final class Family {
    static final Map<String, Class<?>> MEMBERS =
        members(ClusterEvent.class)
            .collect(Collectors.toUnmodifiableMap(Class::getName, type -> type, (a, b) -> a));

    private static Stream<Class<?>> members(Class<?> type) {
      Class<?>[] permitted = type.getPermittedSubclasses();
      return permitted == null
          ? Stream.of(type)
          : Arrays.stream(permitted).flatMap(Family::members);
    }
  }

  boolean isOneOf(PastEvent event, Set<Class<? extends ClusterEvent>> types) {
    Optional<Class<?>> type =
        event
            .event()
            .<Class<?>>map(Object::getClass)
            .or(() -> Optional.ofNullable(named(event.type())));
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
