package dev.primacy.cdi;

import dev.primacy.PrimaryOnly;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/**
 * Finds the {@link PrimaryOnly} that governs a method of a class: the rule that {@link
 * GuardRegistry} documents, and nothing else. The interceptor and the request filter must come to
 * the same answer for the same method, or one of them would fail open.
 */
final class GuardLookup {
  private final GuardAnnotations annotations;

  GuardLookup(GuardAnnotations annotations) {
    this.annotations = annotations;
  }

  Optional<PrimaryOnly> find(Class<?> type, Method method) {
    TypeHierarchy hierarchy = TypeHierarchy.of(type);
    MethodFamily family = MethodFamily.of(hierarchy, method);
    return onMethod(type, family).or(() -> onType(type, hierarchy, family));
  }

  private Optional<PrimaryOnly> onMethod(Class<?> type, MethodFamily family) {
    return family.members().stream()
        .flatMap(member -> annotations.on(type, member).stream())
        .findFirst();
  }

  private Optional<PrimaryOnly> onType(
      Class<?> type, TypeHierarchy hierarchy, MethodFamily family) {
    if (family.belongsToObject()) {
      return Optional.empty();
    }
    Optional<PrimaryOnly> found = first(type, hierarchy.classes());
    // An interface speaks for its own methods only: a class may have others beside it.
    return found.or(() -> first(type, interfacesWith(hierarchy, family)));
  }

  private static List<Class<?>> interfacesWith(TypeHierarchy hierarchy, MethodFamily family) {
    return hierarchy.interfaces().stream().filter(family::isDeclaredBelow).toList();
  }

  private Optional<PrimaryOnly> first(Class<?> type, List<Class<?>> candidates) {
    return candidates.stream()
        .flatMap(candidate -> annotations.on(type, candidate).stream())
        .findFirst();
  }
}
