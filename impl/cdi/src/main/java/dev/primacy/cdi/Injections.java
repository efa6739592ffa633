package dev.primacy.cdi;

import dev.primacy.InGroup;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.AnnotatedField;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Inject;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where the application has views and tokens injected. */
final class Injections {
  private final List<InjectionPoint> grouped = new ArrayList<>();
  private final List<InjectionPoint> tokens = new ArrayList<>();
  private boolean lookups;
  private boolean joins;

  void membership(InjectionPoint point) {
    grouped.add(point);
  }

  void token(InjectionPoint point) {
    grouped.add(point);
    tokens.add(point);
  }

  void lookup(InjectionPoint point) {
    lookups = true;
    if (group(point).isPresent()) {
      grouped.add(point);
    }
  }

  /** Something operates groups, or hears of them by code. */
  void operates() {
    lookups = true;
  }

  /** Something joins groups at run time, or may. */
  void groups() {
    joins = true;
  }

  boolean joins() {
    return joins;
  }

  boolean any() {
    return lookups || !grouped.isEmpty();
  }

  List<RuntimeException> problems(Set<String> groups, Optional<String> defaultGroup) {
    Stream<RuntimeException> wrongGroups =
        grouped.stream()
            .flatMap(
                point ->
                    GuardSpecs.groupProblem(
                        name(point), group(point).orElse(""), groups, defaultGroup)
                        .stream());
    Stream<RuntimeException> frozen =
        tokens.stream()
            .filter(Injections::isFrozen)
            .map(point -> CdiMessages.TEXT.frozenToken(name(point), scope(point).getSimpleName()));
    return Stream.concat(wrongGroups, frozen).toList();
  }

  private static Optional<String> group(InjectionPoint point) {
    return point.getQualifiers().stream()
        .filter(InGroup.class::isInstance)
        .map(qualifier -> ((InGroup) qualifier).value())
        .findFirst();
  }

  /** Filled once, when the bean is made, and kept by a bean that outlives the role. */
  private static boolean isFrozen(InjectionPoint point) {
    Class<? extends Annotation> scope = scope(point);
    return isFilledOnce(point) && scope != Dependent.class && scope != RequestScoped.class;
  }

  private static boolean isFilledOnce(InjectionPoint point) {
    if (point.getAnnotated() instanceof AnnotatedParameter<?> parameter) {
      // parameters of observers, producers and disposers are filled at each call
      return parameter.getDeclaringCallable().isAnnotationPresent(Inject.class);
    }
    return point.getAnnotated() instanceof AnnotatedField;
  }

  private static Class<? extends Annotation> scope(InjectionPoint point) {
    Bean<?> bean = point.getBean();
    return bean == null ? Dependent.class : bean.getScope();
  }

  static String name(InjectionPoint point) {
    return "@Inject at "
        + point.getMember().getDeclaringClass().getName()
        + "."
        + point.getMember().getName();
  }
}
