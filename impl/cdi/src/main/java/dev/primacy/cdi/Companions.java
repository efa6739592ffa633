package dev.primacy.cdi;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.HashSet;
import java.util.Set;

/**
 * The other modules of ours that are in the application, known by their beans. Their beans announce
 * themselves, because a bean manager knows only what is visible from its own archive: on Payara
 * that of an extension does not see the libraries beside it.
 */
final class Companions {
  private final Set<Class<?>> announced = new HashSet<>();

  /** Has a look at a bean of the application. */
  void see(Class<?> bean) {
    announced.add(bean);
  }

  /** Whether a bean of this type is there, announced or of another kind. */
  boolean has(Class<?> type, BeanManager beans) {
    return announced.stream().anyMatch(type::isAssignableFrom)
        || !beans.getBeans(type, Any.Literal.INSTANCE).isEmpty();
  }
}
