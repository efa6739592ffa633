package dev.primacy.cdi;

import dev.primacy.PrimaryResource;
import dev.primacy.core.gate.Gate;
import dev.primacy.core.runtime.DeliveryReport;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedField;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ProcessProducer;
import jakarta.enterprise.inject.spi.ProcessProducerMethod;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What exists on the primary only: found while the application is deployed, opened and closed with
 * the role of its group afterwards.
 */
final class PrimaryResources {
  private final Map<Member, RoleResource<?>> all = new LinkedHashMap<>();
  private final List<RuntimeException> problems = new ArrayList<>();

  // written once, when everything is known; read by those that deliver events
  private volatile Map<String, List<RoleResource<?>>> byGroup = Map.of();

  // ---- while the application is deployed

  /** Looks for places where the annotation means nothing. */
  void see(AnnotatedType<?> type) {
    if (type.isAnnotationPresent(PrimaryResource.class)) {
      problems.add(CdiMessages.TEXT.noResourceProducer(type.getJavaClass().getName()));
    }
    for (AnnotatedField<?> field : type.getFields()) {
      if (isMarked(field) && field.isAnnotationPresent(Produces.class)) {
        String name = type.getJavaClass().getName() + "." + field.getJavaMember().getName();
        problems.add(CdiMessages.TEXT.noResourceProducer(name));
      }
    }
    for (AnnotatedMethod<?> method : type.getMethods()) {
      if (isMarked(method)) {
        see(MethodNames.of(type.getJavaClass(), method.getJavaMember()), method);
      }
    }
  }

  private void see(String name, AnnotatedMethod<?> method) {
    if (!method.isAnnotationPresent(Produces.class)) {
      problems.add(CdiMessages.TEXT.noResourceProducer(name));
    } else if (method.getJavaMember().getReturnType().isPrimitive()) {
      problems.add(CdiMessages.TEXT.notCloseable(name));
    }
  }

  private static boolean isMarked(Annotated annotated) {
    return annotated.isAnnotationPresent(PrimaryResource.class);
  }

  <T, X> void replace(ProcessProducer<T, X> event) {
    if (event.getAnnotatedMember() instanceof AnnotatedMethod<?> method && isMarked(method)) {
      RoleResource<X> resource =
          new RoleResource<>(method.getJavaMember(), event.getProducer(), isDisposed(method));
      all.put(method.getJavaMember(), resource);
      event.setProducer(resource);
    }
  }

  /**
   * Whether the application has a method that disposes of what is produced. Asked here because a
   * container does not tell once its producer was replaced.
   */
  private static boolean isDisposed(AnnotatedMethod<?> producer) {
    Class<?> produced = producer.getJavaMember().getReturnType();
    return producer.getDeclaringType().getMethods().stream()
        .flatMap(method -> method.getParameters().stream())
        .filter(parameter -> parameter.isAnnotationPresent(Disposes.class))
        .filter(parameter -> isMarked(parameter) || parameter.isAnnotationPresent(Any.class))
        .map(parameter -> parameter.getJavaParameter().getType())
        .anyMatch(type -> type.isAssignableFrom(produced));
  }

  void check(ProcessProducerMethod<?, ?> event) {
    Method method = event.getAnnotatedProducerMethod().getJavaMember();
    RoleResource<?> resource = all.get(method);
    if (resource == null) {
      return;
    }
    if (!resource.isDisposed()
        && !method.getReturnType().isPrimitive()
        && !AutoCloseable.class.isAssignableFrom(method.getReturnType())) {
      problems.add(CdiMessages.TEXT.notCloseable(resource.name()));
    }
    if (event.getBean().getScope() != Dependent.class) {
      String scope = event.getBean().getScope().getSimpleName();
      problems.add(CdiMessages.TEXT.scopedResource(resource.name(), scope));
    }
  }

  boolean any() {
    return !all.isEmpty();
  }

  /** What was found wrong since the last time this was asked. */
  List<RuntimeException> problems() {
    List<RuntimeException> found = List.copyOf(problems);
    problems.clear();
    return found;
  }

  Stream<RuntimeException> problems(Set<String> groups, Optional<String> defaultGroup) {
    return all.values().stream()
        .flatMap(
            resource ->
                GuardSpecs.groupProblem(
                    "@PrimaryResource on " + resource.name(),
                    resource.asked(),
                    groups,
                    defaultGroup)
                    .stream());
  }

  /** Injected as it is, a resource would be kept by whoever was made first, or fail him. */
  Stream<RuntimeException> kept(BeanManager beans, AnnouncedBeans announced) {
    if (all.isEmpty()) {
      return Stream.of();
    }
    return announced.injectionPoints(beans).stream()
        .filter(point -> point.getQualifiers().stream().anyMatch(PrimaryResource.class::isInstance))
        .filter(point -> !isLookup(point))
        .map(point -> CdiMessages.TEXT.keptResource(Injections.name(point)));
  }

  private static boolean isLookup(InjectionPoint point) {
    return point.getType() instanceof ParameterizedType type
        && type.getRawType() instanceof Class<?> raw
        && Instance.class.isAssignableFrom(raw);
  }

  /** Everything is known, and nothing is wrong. */
  void freeze(BeanManager beans, Guarded gates, Optional<String> defaultGroup) {
    Map<String, List<RoleResource<?>>> sorted = new LinkedHashMap<>();
    for (RoleResource<?> resource : all.values()) {
      String group = resource.asked().isEmpty() ? defaultGroup.orElseThrow() : resource.asked();
      resource.use(beans, gates.gate(group));
      sorted.computeIfAbsent(group, g -> new ArrayList<>()).add(resource);
    }
    byGroup = Map.copyOf(sorted);
  }

  /** Where gates come from. */
  interface Guarded {
    Gate gate(String group);
  }

  // ---- while it runs, on the group's lane

  boolean dependOn(String group) {
    return byGroup.containsKey(group);
  }

  /** In the order in which they were found; what failed is not there, and the others are. */
  List<DeliveryReport.Failure> open(String group) {
    List<DeliveryReport.Failure> failures = new ArrayList<>();
    for (RoleResource<?> resource : of(group)) {
      Throwable failure = resource.open();
      if (failure != null) {
        failures.add(new DeliveryReport.Failure(resource.name(), failure));
      }
    }
    return failures;
  }

  /** In the opposite order. */
  void close(String group) {
    List<RoleResource<?>> resources = of(group);
    for (int i = resources.size() - 1; i >= 0; i--) {
      @Nullable Throwable failure = resources.get(i).close();
      if (failure != null) {
        CdiLog.LOG.resourceNotClosed(failure, resources.get(i).name(), group);
      }
    }
  }

  private List<RoleResource<?>> of(String group) {
    return byGroup.getOrDefault(group, List.of());
  }
}
