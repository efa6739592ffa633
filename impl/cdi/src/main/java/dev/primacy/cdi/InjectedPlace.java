package dev.primacy.cdi;

import dev.primacy.InGroup;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.AnnotatedField;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Where something of a group is injected.
 *
 * @param name of the place, for messages
 * @param group the group named; empty for the default one
 * @param filledOnce whether it is filled when its bean is made, and not at each call
 * @param scope the name of the scope of its bean
 */
record InjectedPlace(String name, String group, boolean filledOnce, String scope) {
  static InjectedPlace of(InjectionPoint point) {
    String group =
        point.getQualifiers().stream()
            .filter(InGroup.class::isInstance)
            .map(qualifier -> ((InGroup) qualifier).value())
            .findFirst()
            .orElse("");
    Bean<?> bean = point.getBean();
    String scope = bean == null ? Dependent.class.getName() : bean.getScope().getName();
    return new InjectedPlace(Injections.name(point), group, isFilledOnce(point), scope);
  }

  private static boolean isFilledOnce(InjectionPoint point) {
    if (point.getAnnotated() instanceof AnnotatedParameter<?> parameter) {
      // parameters of observers, producers and disposers are filled at each call
      return parameter.getDeclaringCallable().isAnnotationPresent(Inject.class);
    }
    return point.getAnnotated() instanceof AnnotatedField;
  }

  Optional<String> namedGroup() {
    return group.isEmpty() ? Optional.empty() : Optional.of(group);
  }

  /** Filled once, when the bean is made, and kept by a bean that outlives the role. */
  boolean isFrozen() {
    return filledOnce
        && !scope.equals(Dependent.class.getName())
        && !scope.equals(RequestScoped.class.getName());
  }

  String scopeName() {
    return scope.substring(scope.lastIndexOf('.') + 1);
  }
}
