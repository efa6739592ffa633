package dev.primacy.cdi;

import dev.primacy.PrimaryOnly;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Which {@link PrimaryOnly} a class or method itself carries: written on it, inside a stereotype or
 * another binding, or added to a bean class by an extension. Asked about every bean of an
 * application while it boots, hence the plain loops.
 */
final class GuardAnnotations {
  private final Function<Class<? extends Annotation>, Collection<Annotation>> definitions;
  private final Map<Class<?>, Map<AnnotatedElement, PrimaryOnly>> added = new ConcurrentHashMap<>();
  private final Map<Class<? extends Annotation>, Optional<PrimaryOnly>> meta =
      new ConcurrentHashMap<>();
  private final Map<Class<?>, Boolean> carrying = new ConcurrentHashMap<>();

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
    Optional<PrimaryOnly> found = among(present);
    if (found.isPresent()) {
      added.computeIfAbsent(bean, b -> new ConcurrentHashMap<>()).putIfAbsent(element, found.get());
    }
  }

  /** What an element carries as seen from a class that has it. */
  Optional<PrimaryOnly> on(Class<?> type, AnnotatedElement element) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      PrimaryOnly found = added.getOrDefault(c, Map.of()).get(element);
      if (found != null) {
        return Optional.of(found);
      }
    }
    return among(Arrays.asList(element.getDeclaredAnnotations()));
  }

  /** Whether a class has any guard, itself or from a supertype. */
  boolean anyOn(Class<?> type, TypeHierarchy hierarchy) {
    return added.containsKey(type)
        || anyCarries(hierarchy.classes())
        || anyCarries(hierarchy.interfaces());
  }

  private boolean anyCarries(List<Class<?>> types) {
    for (Class<?> type : types) {
      if (carries(type)) {
        return true;
      }
    }
    return false;
  }

  private boolean carries(Class<?> type) {
    if (type.getName().startsWith("java.")) {
      return false;
    }
    return carrying.computeIfAbsent(type, this::declares);
  }

  private boolean declares(Class<?> type) {
    if (has(type)) {
      return true;
    }
    for (Method method : type.getDeclaredMethods()) {
      if (has(method)) {
        return true;
      }
    }
    return false;
  }

  private boolean has(AnnotatedElement element) {
    return among(Arrays.asList(element.getDeclaredAnnotations())).isPresent();
  }

  private Optional<PrimaryOnly> among(Collection<Annotation> present) {
    for (Annotation annotation : present) {
      if (annotation instanceof PrimaryOnly direct) {
        return Optional.of(direct);
      }
    }
    for (Annotation annotation : present) {
      Optional<PrimaryOnly> carried = carriedBy(annotation.annotationType());
      if (carried.isPresent()) {
        return carried;
      }
    }
    return Optional.empty();
  }

  private Optional<PrimaryOnly> carriedBy(Class<? extends Annotation> type) {
    Optional<PrimaryOnly> known = meta.get(type);
    return known == null ? carriedBy(type, new HashSet<>()) : known;
  }

  private Optional<PrimaryOnly> carriedBy(
      Class<? extends Annotation> type, Set<Class<? extends Annotation>> seen) {
    Optional<PrimaryOnly> known = meta.get(type);
    if (known != null) {
      return known;
    }
    Optional<PrimaryOnly> found = Optional.empty();
    if (seen.add(type)) {
      for (Annotation inside : definitions.apply(type)) {
        found =
            inside instanceof PrimaryOnly direct
                ? Optional.of(direct)
                : found.or(() -> carriedBy(inside.annotationType(), seen));
      }
    }
    meta.put(type, found);
    return found;
  }
}
