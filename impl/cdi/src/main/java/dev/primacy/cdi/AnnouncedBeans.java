package dev.primacy.cdi;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Specializes;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The beans of the application as they announce themselves, because a bean manager knows only what
 * is visible from its own archive: on Payara that of an extension sees neither the application nor
 * the libraries beside it. Where nobody announces anything, because the application was built
 * before, the bean manager knows all.
 */
final class AnnouncedBeans {
  private final List<Bean<?>> announced = new ArrayList<>();

  /** Has a look at a bean of the application. */
  void see(Bean<?> bean) {
    announced.add(bean);
  }

  /**
   * Those of a type, whatever qualifiers they have. What is visible goes first: the container has
   * left out what others take the place of.
   */
  Set<Bean<?>> of(Class<?> type, BeanManager beans) {
    Set<Bean<?>> visible = beans.getBeans(type, Any.Literal.INSTANCE);
    return visible.isEmpty() ? announced(type) : visible;
  }

  private Set<Bean<?>> announced(Class<?> type) {
    Set<Class<?>> replaced =
        announced.stream()
            .map(Bean::getBeanClass)
            .filter(bean -> bean.isAnnotationPresent(Specializes.class))
            .map(Class::getSuperclass)
            .collect(Collectors.toSet());
    return announced.stream()
        .filter(bean -> bean.getTypes().contains(type) && !replaced.contains(bean.getBeanClass()))
        .collect(Collectors.toSet());
  }

  /** What beans have injected, announced or visible. */
  Set<InjectionPoint> injectionPoints(BeanManager beans) {
    return Stream.concat(
            beans.getBeans(Object.class, Any.Literal.INSTANCE).stream(), announced.stream())
        .flatMap(bean -> bean.getInjectionPoints().stream())
        .collect(Collectors.toSet());
  }

  /** Whether there is one of a type. */
  boolean has(Class<?> type, BeanManager beans) {
    return !of(type, beans).isEmpty();
  }
}
