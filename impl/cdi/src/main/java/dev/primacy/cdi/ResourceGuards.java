package dev.primacy.cdi;

import dev.primacy.PrimaryOnly;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The guards of REST resources while an application is deployed: for the extension of the module
 * that knows the REST API. Used by the deploying thread only.
 *
 * @since 0.1
 */
public final class ResourceGuards {
  private final Definitions definitions = new Definitions();
  private final GuardLookup lookup = new GuardLookup(new GuardAnnotations(definitions::of));

  private final boolean wanted = DefaultGuard.isWanted();

  /** Knows no container yet. */
  public ResourceGuards() {}

  /**
   * Has stereotypes and interceptor bindings looked up.
   *
   * @param beans the container that deploys
   */
  public void use(BeanManager beans) {
    definitions.use(beans);
  }

  /**
   * Binds the interceptor to the REST methods whose guard the container would not apply, because it
   * stands on an interface or on a method that is overridden. Should the class become a bean, no
   * call of them gets past the interceptor then.
   *
   * @param <T> the class
   * @param event of a class that is a resource, or may be
   */
  public <T> void bind(ProcessAnnotatedType<T> event) {
    AnnotatedType<T> type = event.getAnnotatedType();
    if (type.getJavaClass().isInterface() || type.isAnnotationPresent(PrimaryOnly.class)) {
      return;
    }
    for (AnnotatedMethod<? super T> method : type.getMethods()) {
      if (!method.isAnnotationPresent(PrimaryOnly.class)) {
        guard(type.getJavaClass(), method.getJavaMember())
            .ifPresent(guard -> add(event, method, guard));
      }
    }
  }

  private static <T> void add(
      ProcessAnnotatedType<T> event, AnnotatedMethod<? super T> method, PrimaryOnly guard) {
    event
        .configureAnnotatedType()
        .filterMethods(other -> other.getJavaMember().equals(method.getJavaMember()))
        .forEach(found -> found.add(guard));
  }

  /**
   * Whether a class has a REST method that is guarded.
   *
   * @param resource a class
   * @return true if one is
   */
  public boolean guard(Class<?> resource) {
    TypeHierarchy hierarchy = TypeHierarchy.of(resource);
    return Stream.concat(hierarchy.classes().stream(), hierarchy.interfaces().stream())
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .anyMatch(
            method ->
                guard(resource, method).isPresent()
                    || (wanted && DefaultGuard.meets(resource, method)));
  }

  private Optional<PrimaryOnly> guard(Class<?> resource, Method method) {
    boolean callable = (method.getModifiers() & (Modifier.PRIVATE | Modifier.STATIC)) == 0;
    return callable && !method.isSynthetic() && Resources.isRequested(resource, method)
        ? lookup.find(resource, method)
        : Optional.empty();
  }
}
