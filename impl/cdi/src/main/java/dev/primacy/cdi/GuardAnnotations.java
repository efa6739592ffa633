package dev.primacy.cdi;

import dev.primacy.PrimaryOnly;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Which {@link PrimaryOnly} a class or method itself carries: written on it, inside a stereotype or
 * another binding, or added to a bean class by an extension.
 */
final class GuardAnnotations {
  private final Function<Class<? extends Annotation>, Collection<Annotation>> definitions;
  private final Map<Class<?>, Map<AnnotatedElement, PrimaryOnly>> added = new ConcurrentHashMap<>();

  /**
   * Asks reflection and this.
   *
   * @param definitions what a stereotype or an interceptor binding stands for; empty for any other
   *     annotation
   */
  GuardAnnotations(Function<Class<? extends Annotation>, Collection<Annotation>> definitions) {
    this.definitions = definitions;
  }

  /** Remembers what the container says a bean class carries, whoever added it. */
  void add(Class<?> bean, AnnotatedElement element, Collection<Annotation> present) {
    among(present, new HashSet<>())
        .ifPresent(
            found ->
                added
                    .computeIfAbsent(bean, b -> new ConcurrentHashMap<>())
                    .putIfAbsent(element, found));
  }

  /** What an element carries as seen from a class that has it. */
  Optional<PrimaryOnly> on(Class<?> type, AnnotatedElement element) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      PrimaryOnly found = added.getOrDefault(c, Map.of()).get(element);
      if (found != null) {
        return Optional.of(found);
      }
    }
    return among(Arrays.asList(element.getDeclaredAnnotations()), new HashSet<>());
  }

  private Optional<PrimaryOnly> among(
      Collection<Annotation> present, Set<Class<? extends Annotation>> seen) {
    for (Annotation annotation : present) {
      if (annotation instanceof PrimaryOnly direct) {
        return Optional.of(direct);
      }
    }
    return present.stream()
        .map(Annotation::annotationType)
        .filter(seen::add)
        .flatMap(type -> among(definitions.apply(type), seen).stream())
        .findFirst();
  }
}
