package dev.primacy.cdi;

import dev.primacy.PrimaryOnly;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;

/**
 * A guarded method of a bean, as deployed.
 *
 * @param type the bean class
 * @param method the method, as declared nearest to it
 * @param annotation what governs it
 * @param intercepted whether the container binds the interceptor to it
 */
record BeanGuard(Class<?> type, Method method, PrimaryOnly annotation, boolean intercepted) {

  String name() {
    return MethodNames.of(type, method);
  }

  /** The modifier that keeps calls from being intercepted. */
  Optional<String> unreachableBecause() {
    int modifiers = method.getModifiers();
    if (Modifier.isPrivate(modifiers)) {
      return Optional.of("private");
    }
    if (Modifier.isStatic(modifiers)) {
      return Optional.of("static");
    }
    if (Modifier.isFinal(modifiers)) {
      return Optional.of("final");
    }
    return Modifier.isFinal(type.getModifiers())
        ? Optional.of("in a final class")
        : Optional.empty();
  }

  void register(Guards registry) {
    registry
        .find(type, method)
        .filter(guarded -> intercepted)
        .ifPresent(guarded -> registry.enforced(guarded, Enforcement.INTERCEPTOR));
  }
}
