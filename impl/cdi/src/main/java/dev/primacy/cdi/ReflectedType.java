package dev.primacy.cdi;

import jakarta.enterprise.inject.spi.AnnotatedConstructor;
import jakarta.enterprise.inject.spi.AnnotatedField;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A class as reflection shows it, for containers that have no portable types. Says of it what a
 * deployment asks.
 *
 * @param type the class
 */
record ReflectedType<X>(Class<X> type) implements AnnotatedType<X>, Reflected {
  static ReflectedType<?> of(Class<?> type) {
    return new ReflectedType<>(type);
  }

  @Override
  public AnnotatedElement element() {
    return type;
  }

  @Override
  public Class<X> getJavaClass() {
    return type;
  }

  @Override
  public Type getBaseType() {
    return type;
  }

  /** Those of the class and of its superclasses, as portable containers have it. */
  @Override
  public Set<AnnotatedMethod<? super X>> getMethods() {
    return TypeHierarchy.of(type).classes().stream()
        .flatMap(declaring -> Arrays.stream(declaring.getDeclaredMethods()))
        .filter(method -> !method.isSynthetic())
        .map(this::method)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private AnnotatedMethod<? super X> method(Method method) {
    return new ReflectedMethod<>(this, method);
  }

  @Override
  public Set<AnnotatedConstructor<X>> getConstructors() {
    throw new UnsupportedOperationException("constructors of " + type);
  }

  @Override
  public Set<AnnotatedField<? super X>> getFields() {
    throw new UnsupportedOperationException("fields of " + type);
  }

  @Override
  public <T extends Annotation> Set<T> getAnnotations(Class<T> kind) {
    return Set.of(type.getAnnotationsByType(kind));
  }
}
