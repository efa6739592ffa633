package dev.primacy.cdi;

import jakarta.enterprise.inject.spi.Annotated;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers from reflection what a portable container answers from its own model. */
interface Reflected extends Annotated {
  AnnotatedElement element();

  @Override
  default Set<Type> getTypeClosure() {
    return Set.of(getBaseType(), Object.class);
  }

  @Override
  default <T extends Annotation> @Nullable T getAnnotation(Class<T> kind) {
    return element().getAnnotation(kind);
  }

  @Override
  default Set<Annotation> getAnnotations() {
    return Set.of(element().getAnnotations());
  }

  @Override
  default boolean isAnnotationPresent(Class<? extends Annotation> kind) {
    return element().isAnnotationPresent(kind);
  }
}
