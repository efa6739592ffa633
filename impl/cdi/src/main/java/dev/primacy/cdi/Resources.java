package dev.primacy.cdi;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;

/** Tells REST resources from other classes, by name: this module does without the REST API. */
final class Resources {
  private static final String PATH = "jakarta.ws.rs.Path";
  private static final String HTTP_METHOD = "jakarta.ws.rs.HttpMethod";

  private Resources() {}

  /** Root resources and sub-resources, whichever supertype says so. */
  static boolean isResource(Class<?> type) {
    TypeHierarchy hierarchy = TypeHierarchy.of(type);
    return Stream.concat(hierarchy.classes().stream(), hierarchy.interfaces().stream())
        .anyMatch(
            t ->
                hasPath(t)
                    || Arrays.stream(t.getDeclaredMethods())
                        .anyMatch(m -> hasPath(m) || hasHttpMethod(m)));
  }

  /** Whether requests lead to a method, to run it or to go on to a sub-resource. */
  static boolean isRequested(Class<?> type, Method method) {
    return MethodFamily.of(TypeHierarchy.of(type), method).members().stream()
        .anyMatch(m -> hasPath(m) || hasHttpMethod(m));
  }

  /** Whether requests end at a method, to run it. */
  static boolean isCalled(Class<?> type, Method method) {
    return MethodFamily.of(TypeHierarchy.of(type), method).members().stream()
        .anyMatch(Resources::hasHttpMethod);
  }

  private static boolean hasPath(AnnotatedElement element) {
    return types(element).anyMatch(type -> type.getName().equals(PATH));
  }

  private static boolean hasHttpMethod(AnnotatedElement element) {
    return types(element)
        .flatMap(Resources::types)
        .anyMatch(type -> type.getName().equals(HTTP_METHOD));
  }

  private static Stream<Class<? extends Annotation>> types(AnnotatedElement element) {
    return Arrays.stream(element.getDeclaredAnnotations()).map(Annotation::annotationType);
  }
}
