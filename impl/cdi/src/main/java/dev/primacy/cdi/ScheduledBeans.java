package dev.primacy.cdi;

import dev.primacy.PrimarySchedule;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The scheduled methods of an application, so far as it matters whether they would ever run: a
 * schedule that nobody runs is noticed too late. What they say is for who runs them to judge.
 */
final class ScheduledBeans {
  private final Set<Class<?>> carrying = new LinkedHashSet<>();
  private final Set<Class<?>> beans = new HashSet<>();

  /** By name, for messages. */
  private final Map<String, PrimarySchedule> schedules = new LinkedHashMap<>();

  /** Scheduled methods of interfaces of beans, where containers do not look. */
  private final Set<String> ofInterfaces = new LinkedHashSet<>();

  private final Map<Class<?>, List<String>> known = new HashMap<>();

  void see(AnnotatedType<?> type) {
    carrying.add(type.getJavaClass());
  }

  void collect(AnnotatedType<?> bean) {
    Class<?> type = bean.getJavaClass();
    beans.add(type);
    for (AnnotatedMethod<?> method : bean.getMethods()) {
      PrimarySchedule found = method.getAnnotation(PrimarySchedule.class);
      if (found != null) {
        schedules.put(MethodNames.of(type, method.getJavaMember()), found);
      }
    }
    for (Class<?> declared : TypeHierarchy.of(type).interfaces()) {
      ofInterfaces.addAll(known.computeIfAbsent(declared, ScheduledBeans::schedulesIn));
    }
  }

  private static List<String> schedulesIn(Class<?> declared) {
    if (declared.getName().startsWith("java.")) {
      return List.of();
    }
    return Arrays.stream(declared.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(PrimarySchedule.class))
        .map(method -> MethodNames.of(declared, method))
        .toList();
  }

  boolean any() {
    return !schedules.isEmpty() || !ofInterfaces.isEmpty();
  }

  /** What is known once the configuration is. */
  Stream<RuntimeException> problems(Set<String> groups, Optional<String> defaultGroup) {
    return schedules.entrySet().stream()
        .flatMap(
            schedule ->
                GuardSpecs.groupProblem(
                    "@PrimarySchedule on " + schedule.getKey(),
                    schedule.getValue().group(),
                    groups,
                    defaultGroup)
                    .stream());
  }

  /** What is known once all beans are, and whether somebody runs schedules. */
  List<RuntimeException> problems(boolean runner) {
    Stream<RuntimeException> unrun =
        runner ? Stream.of() : schedules.keySet().stream().map(CdiMessages.TEXT::noScheduleRunner);
    Stream<RuntimeException> above =
        ofInterfaces.stream().map(CdiMessages.TEXT::scheduleOnInterface);
    Stream<RuntimeException> ofOthers =
        carrying.stream()
            .filter(type -> !beans.contains(type))
            .filter(type -> !Modifier.isAbstract(type.getModifiers()))
            .filter(type -> !GuardedTypes.canBeBean(type))
            .map(type -> CdiMessages.TEXT.scheduleOfNoBean(type.getName()));
    return Stream.of(unrun, above, ofOthers).flatMap(problems -> problems).toList();
  }
}
