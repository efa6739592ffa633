package dev.primacy.rest;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the annotations of a resource class and its supertypes say about it. */
final class ResourceClasses {
  private ResourceClasses() {}

  /** Whether requests reach the class without a locator. */
  static boolean isRoot(Class<?> type) {
    return supertypes(type).anyMatch(t -> t.isAnnotationPresent(Path.class));
  }

  /** Whether one of its methods leads to a sub-resource. */
  static boolean hasLocator(Class<?> type) {
    return Arrays.stream(type.getMethods()).anyMatch(method -> isLocator(type, method));
  }

  /** Whether a method leads to a sub-resource. */
  static boolean isLocator(Class<?> type, Method method) {
    List<Method> declarations =
        supertypes(type)
            .flatMap(t -> Arrays.stream(t.getDeclaredMethods()))
            .filter(m -> m.getName().equals(method.getName()))
            .filter(m -> Arrays.equals(m.getParameterTypes(), method.getParameterTypes()))
            .toList();
    return declarations.stream().anyMatch(m -> m.isAnnotationPresent(Path.class))
        && declarations.stream()
            .flatMap(m -> Arrays.stream(m.getAnnotations()))
            .noneMatch(a -> a.annotationType().isAnnotationPresent(HttpMethod.class));
  }

  private static Stream<Class<?>> supertypes(Class<?> type) {
    Stream<Class<?>> above =
        Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()));
    return Stream.concat(Stream.of(type), above.flatMap(ResourceClasses::supertypes));
  }
}
