package dev.primacy.testkit;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InjectionTarget;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts the cluster of a test before it, and checks and ends it afterwards. */
final class ClusterExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final Namespace SPACE = Namespace.create(ClusterExtension.class);

  /** Used by JUnit. */
  ClusterExtension() {}

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    Class<?> test = context.getRequiredTestClass();
    Cluster cluster = plan(test);
    context.getStore(SPACE).put(Cluster.class, new Held(cluster));
    for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
      give(instance, cluster);
    }
    if (!isCluster(test)) {
      inject(context.getRequiredTestInstance(), cluster.node("n1"));
    }
  }

  /** Ended by JUnit's store, whatever happens. */
  private record Held(Cluster cluster) {}

  private static boolean isCluster(Class<?> test) {
    return find(test, ClusterTest.class).isPresent();
  }

  private static <A extends Annotation> Optional<A> find(Class<?> test, Class<A> type) {
    Class<?> outer = test;
    while (outer != null) {
      Optional<A> found = AnnotationSupport.findAnnotation(outer, type);
      if (found.isPresent()) {
        return found;
      }
      outer = outer.getEnclosingClass();
    }
    return Optional.empty();
  }

  private static Cluster plan(Class<?> test) {
    Optional<ClusterTest> cluster = find(test, ClusterTest.class);
    if (cluster.isPresent()) {
      ClusterTest asked = cluster.get();
      return builder(test, asked.nodes(), asked.beans(), asked.settings())
          .seed(asked.seed())
          .start();
    }
    Optional<TestPrimary> primary = find(test, TestPrimary.class);
    if (primary.isPresent()) {
      return builder(test, 1, primary.get().beans(), primary.get().settings()).start();
    }
    TestSecondary secondary = find(test, TestSecondary.class).orElseThrow();
    Cluster made = builder(test, 2, secondary.beans(), secondary.settings()).plain("n2").start();
    made.promote(made.node("n2"));
    return made;
  }

  private static ClusterBuilder builder(
      Class<?> test, int nodes, Class<?>[] beans, String[] settings) {
    ClusterBuilder made = Cluster.builder(nodes).beans(beans).beans(nested(test));
    for (String setting : settings) {
      int at = setting.indexOf('=');
      made.set(setting.substring(0, at).strip(), setting.substring(at + 1).strip());
    }
    return made;
  }

  private static Class<?>[] nested(Class<?> test) {
    return Stream.<Class<?>>iterate(test, type -> type != null, Class::getEnclosingClass)
        .flatMap(type -> Arrays.stream(type.getDeclaredClasses()))
        .filter(type -> Modifier.isStatic(type.getModifiers()))
        .filter(ClusterExtension::isScoped)
        .toArray(Class<?>[]::new);
  }

  private static boolean isScoped(Class<?> type) {
    return Arrays.stream(type.getAnnotations())
        .map(Annotation::annotationType)
        .anyMatch(
            found ->
                found.isAnnotationPresent(jakarta.enterprise.context.NormalScope.class)
                    || found.isAnnotationPresent(jakarta.inject.Scope.class));
  }

  private static void give(Object test, Cluster cluster) throws IllegalAccessException {
    for (Class<?> type = test.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getType() == Cluster.class && !Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          field.set(test, cluster);
        }
      }
    }
  }

  private static void inject(Object test, TestNode node) {
    BeanManager beans = node.select(BeanManager.class);
    inject(beans, test, test.getClass());
  }

  @SuppressWarnings("unchecked") // the class of the test itself
  private static <T> void inject(BeanManager beans, Object test, Class<T> type) {
    InjectionTarget<T> target =
        beans
            .getInjectionTargetFactory(beans.createAnnotatedType(type))
            .createInjectionTarget(null);
    target.inject((T) test, beans.createCreationalContext(null));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Held held = context.getStore(SPACE).remove(Cluster.class, Held.class);
    if (held != null) {
      held.cluster().close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Cluster.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return requireNonNull(context.getStore(SPACE).get(Cluster.class, Held.class)).cluster();
  }
}
