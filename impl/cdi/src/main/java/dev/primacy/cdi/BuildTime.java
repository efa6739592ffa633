package dev.primacy.cdi;

import dev.primacy.PrimaryOnly;
import dev.primacy.PrimarySchedule;
import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.ObserverInfo;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.enterprise.lang.model.declarations.ClassInfo;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * An application while it is built: what is found in it, and what is wrong with that whatever is
 * configured. The rest is seen when it starts. Used by the building thread only.
 */
final class BuildTime {
  private final ClassLoader loader = Thread.currentThread().getContextClassLoader();
  private final Deployment deployment = new Deployment(UnaryOperator.identity());
  private final ReflectedDeployment shown = new ReflectedDeployment(deployment, loader);
  private final Set<String> carrying = new TreeSet<>();
  private final Set<String> beans = new TreeSet<>();
  private final Findings found = new Findings();
  private final BuiltPlaces places = new BuiltPlaces(found);
  private final List<RuntimeException> refused = new ArrayList<>();

  BuildTime() {
    deployment.reflect();
  }

  void carries(ClassInfo type) {
    if (!isOurs(type.name())) {
      carrying.add(type.name());
    }
  }

  /** The interceptor carries what it serves, and the like. */
  private static boolean isOurs(String type) {
    return type.startsWith(BuildTime.class.getPackageName() + ".");
  }

  void anyRole(ClassInfo type) {
    deployment.anyRoles().see(shown.type(type.name()));
  }

  void reported(ClassInfo type) {
    if (!isOurs(type.name())) {
      deployment.reported().see(shown.type(type.name()));
    }
  }

  void schedules(ClassInfo type) {
    found.scheduled().add(type.name());
  }

  /** A name keeps a bean, which may have one already. */
  static void keep(ClassConfig type) {
    ClassInfo info = type.info();
    if (!info.isInterface() && !info.hasAnnotation(Named.class)) {
      type.addAnnotation(NamedLiteral.of(info.name().replace('.', '_')));
    }
  }

  void refuse(RuntimeException problem) {
    refused.add(problem);
  }

  void bean(BeanInfo bean) {
    if (bean.isClassBean()) {
      beans.add(bean.declaringClass().name());
    }
    bean.injectionPoints().forEach(point -> places.see(bean, point).ifPresent(refused::add));
  }

  void observer(ObserverInfo observer) {
    if (!observer.isSynthetic()) {
      places.see(observer).forEach(refused::add);
    }
  }

  /** What the start has to know. */
  Findings found() {
    found.carrying().addAll(carrying);
    beans.stream().filter(this::matters).forEach(found.beans()::add);
    return found;
  }

  private boolean matters(String bean) {
    if (isMarked(bean)) {
      return true;
    }
    try {
      Class<?> type = Class.forName(bean, false, loader);
      return ResourceGuard.class.isAssignableFrom(type) || inheritsMark(type);
    } catch (ClassNotFoundException | LinkageError notLoadable) {
      // a library's, of something that is not there: the registry is asked by name at its first
      // call
      return false;
    }
  }

  private boolean inheritsMark(Class<?> type) {
    TypeHierarchy above = TypeHierarchy.of(type);
    return !isOurs(type.getName())
        && Stream.concat(above.classes().stream(), above.interfaces().stream())
            .anyMatch(other -> isMarked(other.getName()) || bearsMark(other));
  }

  /** A container does not index every library: one with nothing but interfaces is not shown. */
  private static boolean bearsMark(Class<?> type) {
    return !type.getName().startsWith("java.")
        && Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredMethods()))
            .anyMatch(
                element ->
                    element.isAnnotationPresent(PrimaryOnly.class)
                        || element.isAnnotationPresent(PrimarySchedule.class));
  }

  private boolean isMarked(String type) {
    return carrying.contains(type) || found.scheduled().contains(type);
  }

  List<RuntimeException> problems() {
    shown.show(found);
    List<RuntimeException> all = new ArrayList<>(refused);
    all.addAll(deployment.problems());
    all.addAll(deployment.errors().problems());
    deployment.injections().frozen().forEach(all::add);
    deployment
        .types()
        .neither()
        .forEach(type -> all.add(CdiMessages.TEXT.notABean(type.getName())));
    return all;
  }
}
