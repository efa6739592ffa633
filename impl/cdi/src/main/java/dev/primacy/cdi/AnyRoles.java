package dev.primacy.cdi;

import dev.primacy.AnyRole;
import dev.primacy.PrimaryOnly;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What {@link AnyRole} leaves out of the default guard, and where it contradicts a guard. */
final class AnyRoles {
  private final List<RuntimeException> problems = new ArrayList<>();

  /** Looks for contradictions. */
  void see(AnnotatedType<?> type) {
    boolean guarded = type.isAnnotationPresent(PrimaryOnly.class);
    if (guarded && type.isAnnotationPresent(AnyRole.class)) {
      problems.add(CdiMessages.TEXT.guardedForAnyRole(type.getJavaClass().getName()));
    }
    for (AnnotatedMethod<?> method : type.getMethods()) {
      if (method.isAnnotationPresent(AnyRole.class)
          && (guarded || method.isAnnotationPresent(PrimaryOnly.class))) {
        String name = MethodNames.of(type.getJavaClass(), method.getJavaMember());
        problems.add(CdiMessages.TEXT.guardedForAnyRole(name));
      }
    }
  }

  /** What was found wrong since the last time this was asked. */
  List<RuntimeException> problems() {
    List<RuntimeException> found = List.copyOf(problems);
    problems.clear();
    return found;
  }

  /**
   * Whether a method is left out. Of methods only those of the very same parameters count: which of
   * two overloads a generic supertype means is a guess at times, and a wrong one must not open.
   */
  static boolean leavesOut(Class<?> type, Method method) {
    TypeHierarchy hierarchy = TypeHierarchy.of(type);
    MethodFamily family = MethodFamily.of(hierarchy, method);
    Stream<Class<?>> interfaces = hierarchy.interfaces().stream().filter(family::isDeclaredBelow);
    return Stream.concat(hierarchy.classes().stream(), interfaces)
        .anyMatch(t -> t.isAnnotationPresent(AnyRole.class) || says(t, method));
  }

  private static boolean says(Class<?> type, Method method) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(m -> m.getName().equals(method.getName()))
        .filter(m -> Arrays.equals(m.getParameterTypes(), method.getParameterTypes()))
        .anyMatch(m -> m.isAnnotationPresent(AnyRole.class));
  }
}
