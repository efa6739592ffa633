package dev.primacy.cdi;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One method in all its declarations along a class hierarchy, nearest first. Bridge methods lead
 * from {@code put(Order)} of a class to {@code put(T)} of its generic supertypes and back.
 *
 * <p>Where overloads make that ambiguous the family is too large rather than too small: a method
 * more is guarded, never one less.
 *
 * @param members the declarations
 * @param signatures their parameter types
 */
record MethodFamily(List<Method> members, Set<List<Class<?>>> signatures) {

  static MethodFamily of(TypeHierarchy hierarchy, Method method) {
    List<Method> candidates = candidates(hierarchy, method);
    Set<List<Class<?>>> signatures = new HashSet<>(Set.of(signature(method)));
    while (widen(signatures, candidates)) {
      // until no bridge leads any further
    }
    List<Method> members =
        candidates.stream().filter(c -> signatures.contains(signature(c))).toList();
    return new MethodFamily(members.isEmpty() ? List.of(method) : members, signatures);
  }

  private static List<Method> candidates(TypeHierarchy hierarchy, Method method) {
    List<Method> found = new ArrayList<>();
    for (List<Class<?>> types : List.of(hierarchy.classes(), hierarchy.interfaces())) {
      for (Class<?> type : types) {
        Arrays.stream(type.getDeclaredMethods())
            .filter(c -> c.getName().equals(method.getName()))
            .filter(c -> c.getParameterCount() == method.getParameterCount())
            .filter(c -> isVirtual(c) || c.equals(method))
            .forEach(found::add);
      }
    }
    return found;
  }

  /** Private and static methods of the same name are other methods. */
  private static boolean isVirtual(Method method) {
    return (method.getModifiers() & (Modifier.PRIVATE | Modifier.STATIC)) == 0;
  }

  private static boolean widen(Set<List<Class<?>>> signatures, List<Method> candidates) {
    boolean grew = false;
    for (Method bridge : candidates) {
      if (bridge.isBridge()) {
        for (Method target : candidates) {
          grew |= isBridged(bridge, target) && join(signatures, bridge, target);
        }
      }
    }
    return grew;
  }

  private static boolean join(Set<List<Class<?>>> signatures, Method bridge, Method target) {
    List<Class<?>> from = signature(bridge);
    List<Class<?>> to = signature(target);
    return (signatures.contains(from) && signatures.add(to))
        || (signatures.contains(to) && signatures.add(from));
  }

  private static boolean isBridged(Method bridge, Method target) {
    if (target.isBridge() || !target.getDeclaringClass().equals(bridge.getDeclaringClass())) {
      return false;
    }
    Class<?>[] wide = bridge.getParameterTypes();
    Class<?>[] narrow = target.getParameterTypes();
    for (int i = 0; i < wide.length; i++) {
      if (!wide[i].isAssignableFrom(narrow[i])) {
        return false;
      }
    }
    return true;
  }

  private static List<Class<?>> signature(Method method) {
    return List.of(method.getParameterTypes());
  }

  /** The declaration nearest to the class that a person wrote. */
  Method nearest() {
    return members.stream()
        .filter(m -> !m.isBridge() && !m.getDeclaringClass().isSynthetic())
        .findFirst()
        .orElse(members.get(0));
  }

  /** Whether an interface, or one it extends, declares the method. */
  boolean isDeclaredBelow(Class<?> type) {
    return members.stream().anyMatch(m -> m.getDeclaringClass().isAssignableFrom(type));
  }

  boolean belongsToObject() {
    return members.stream().allMatch(m -> m.getDeclaringClass() == Object.class);
  }
}
