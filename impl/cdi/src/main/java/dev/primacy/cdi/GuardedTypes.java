package dev.primacy.cdi;

import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Inject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** The classes that carry a guard somewhere, whether or not they turn out to be beans. */
final class GuardedTypes {
  private final Set<Class<?>> carrying = new LinkedHashSet<>();
  private final Set<Class<?>> beans = new HashSet<>();

  void see(AnnotatedType<?> type) {
    carrying.add(type.getJavaClass());
  }

  void isBean(Class<?> type) {
    beans.add(type);
  }

  /** Whether anything guarded is seen that is no bean: a resource, most likely. */
  boolean any() {
    return resources().findAny().isPresent();
  }

  boolean hasResourceGuard() {
    return beans.stream().anyMatch(ResourceGuard.class::isAssignableFrom);
  }

  Stream<Class<?>> resources() {
    return carrying.stream().filter(type -> !beans.contains(type)).filter(Resources::isResource);
  }

  /**
   * Classes that can never become beans. One that could but did not may be an alternative, vetoed
   * or specialized: somebody's decision, and no mistake.
   */
  Stream<Class<?>> neither() {
    return carrying.stream()
        .filter(type -> !beans.contains(type))
        .filter(type -> !Modifier.isAbstract(type.getModifiers()))
        .filter(type -> !Extension.class.isAssignableFrom(type))
        .filter(type -> !Resources.isResource(type))
        .filter(type -> !canBeBean(type));
  }

  static boolean canBeBean(Class<?> type) {
    boolean inner = type.isMemberClass() && !Modifier.isStatic(type.getModifiers());
    return !inner
        && !type.isLocalClass()
        && !type.isAnonymousClass()
        && Arrays.stream(type.getDeclaredConstructors()).anyMatch(GuardedTypes::isForContainers);
  }

  private static boolean isForContainers(Constructor<?> constructor) {
    return constructor.getParameterCount() == 0 || constructor.isAnnotationPresent(Inject.class);
  }
}
