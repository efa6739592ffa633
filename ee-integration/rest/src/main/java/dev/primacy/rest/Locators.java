package dev.primacy.rest;

import dev.primacy.cdi.GuardRegistry;
import dev.primacy.cdi.GuardedMethod;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds guards on the way to a sub-resource: a guarded locator, or a guarded class that has it,
 * guards what it leads to, unless the sub-resource method has a guard of its own. No server says
 * which locator it called, so any guarded one of the parent that may return the child counts: of
 * two that return the same type, guarding one guards both.
 */
@Dependent
class Locators {
  @Inject GuardRegistry guards;
  private final ClassValue<Boolean> roots =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return ResourceClasses.isRoot(type);
        }
      };
  private final Map<Class<?>, Map<Class<?>, Optional<GuardedMethod>>> answers =
      new ConcurrentHashMap<>();

  /** Whether requests reach the class without a locator. */
  boolean isRoot(Class<?> resource) {
    return roots.get(resource);
  }

  /** The guard nearest to the resource that was matched; {@code matched} begins with that one. */
  Optional<GuardedMethod> find(List<Object> matched) {
    Optional<GuardedMethod> found = Optional.empty();
    for (int i = 1; i < matched.size() && found.isEmpty(); i++) {
      found = between(typeOf(matched.get(i)), typeOf(matched.get(i - 1)));
    }
    return found;
  }

  /** CXF gives classes where instances were promised. */
  private static Class<?> typeOf(Object resource) {
    return resource instanceof Class<?> type ? type : resource.getClass();
  }

  private Optional<GuardedMethod> between(Class<?> parent, Class<?> child) {
    return answers
        .computeIfAbsent(parent, p -> new ConcurrentHashMap<>())
        .computeIfAbsent(child, c -> search(parent, c));
  }

  private Optional<GuardedMethod> search(Class<?> parent, Class<?> child) {
    return Arrays.stream(parent.getMethods())
        .filter(m -> m.getReturnType().isAssignableFrom(child) || m.getReturnType() == Class.class)
        .filter(m -> ResourceClasses.isLocator(parent, m))
        .flatMap(m -> guards.find(parent, m).stream())
        .findFirst();
  }
}
