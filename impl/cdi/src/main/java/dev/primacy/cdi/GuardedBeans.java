package dev.primacy.cdi;

import dev.primacy.PrimaryOnly;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.interceptor.Interceptor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The guarded methods of the application's beans, and what is wrong with them. */
final class GuardedBeans {
  /** By name: this module does without the enterprise beans' API. */
  private static final String MESSAGE_DRIVEN = "jakarta.ejb.MessageDriven";

  private final GuardAnnotations annotations;
  private final GuardLookup lookup;
  private final Map<Class<?>, List<BeanGuard>> guards = new LinkedHashMap<>();
  private final List<RuntimeException> problems = new ArrayList<>();

  GuardedBeans(GuardAnnotations annotations, GuardLookup lookup) {
    this.annotations = annotations;
    this.lookup = lookup;
  }

  /**
   * Message-driven beans are intercepted, but are no beans of CDI's, which announces no such bean
   * after this.
   */
  void collectConsumer(AnnotatedType<?> type) {
    if (type.getAnnotations().stream()
        .anyMatch(annotation -> annotation.annotationType().getName().equals(MESSAGE_DRIVEN))) {
      collect(type);
    }
  }

  void collect(AnnotatedType<?> bean) {
    // An interceptor carries the annotation as what it serves, our own first of all.
    if (bean.isAnnotationPresent(Interceptor.class)) {
      return;
    }
    Class<?> type = bean.getJavaClass();
    annotations.add(type, type, bean.getAnnotations());
    for (AnnotatedMethod<?> method : bean.getMethods()) {
      annotations.add(type, method.getJavaMember(), method.getAnnotations());
    }
    TypeHierarchy hierarchy = TypeHierarchy.of(type);
    if (!guards.containsKey(type) && annotations.anyOn(type, hierarchy)) {
      List<BeanGuard> found = methods(hierarchy).flatMap(m -> guard(type, m).stream()).toList();
      guards.put(type, found);
      found.forEach(this::check);
    }
  }

  private static Stream<Method> methods(TypeHierarchy hierarchy) {
    Set<Method> nearest = new LinkedHashSet<>();
    Stream.concat(hierarchy.classes().stream(), hierarchy.interfaces().stream())
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> !method.isSynthetic())
        .forEach(method -> nearest.add(MethodFamily.of(hierarchy, method).nearest()));
    return nearest.stream();
  }

  private Optional<BeanGuard> guard(Class<?> type, Method method) {
    Optional<PrimaryOnly> found = lookup.find(type, method);
    boolean direct = annotations.on(type, method).isPresent();
    boolean callable = (method.getModifiers() & (Modifier.PRIVATE | Modifier.STATIC)) == 0;
    // Private and static methods of a guarded class are its own affair, unless they are meant.
    return found
        .filter(guard -> direct || callable)
        .map(guard -> new BeanGuard(type, method, guard, isIntercepted(type, method, direct)));
  }

  /** As far as the container looks: at the method itself, and at what the class inherits. */
  private boolean isIntercepted(Class<?> type, Method method, boolean direct) {
    return (direct && !method.getDeclaringClass().isInterface())
        || annotations.on(type, type).isPresent();
  }

  private void check(BeanGuard guard) {
    guard
        .unreachableBecause()
        .ifPresent(
            modifier -> problems.add(CdiMessages.TEXT.notInterceptable(guard.name(), modifier)));
    problems.addAll(GuardDemands.problems(guard.type(), guard.method(), guard.annotation()));
  }

  boolean any() {
    return all().findAny().isPresent();
  }

  Stream<BeanGuard> all() {
    return guards.values().stream().flatMap(List::stream);
  }

  /** What was found wrong since the last time this was asked. */
  List<RuntimeException> problems() {
    List<RuntimeException> found = List.copyOf(problems);
    problems.clear();
    return found;
  }

  List<RuntimeException> problems(Set<String> groups, Optional<String> defaultGroup) {
    return all()
        .flatMap(
            guard ->
                GuardSpecs.groupProblem(
                    "@PrimaryOnly on " + guard.name(),
                    guard.annotation().group(),
                    groups,
                    defaultGroup)
                    .stream())
        .toList();
  }
}
