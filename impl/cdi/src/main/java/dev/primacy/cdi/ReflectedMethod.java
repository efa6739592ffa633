package dev.primacy.cdi;

import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.AnnotatedType;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;

/**
 * A method as reflection shows it.
 *
 * @param type the class it is looked at from
 * @param method the method
 */
record ReflectedMethod<X>(AnnotatedType<X> type, Method method)
    implements AnnotatedMethod<X>, Reflected {
  @Override
  public AnnotatedElement element() {
    return method;
  }

  @Override
  public Method getJavaMember() {
    return method;
  }

  @Override
  public AnnotatedType<X> getDeclaringType() {
    return type;
  }

  @Override
  public boolean isStatic() {
    return Modifier.isStatic(method.getModifiers());
  }

  @Override
  public Type getBaseType() {
    return method.getGenericReturnType();
  }

  @Override
  public List<AnnotatedParameter<X>> getParameters() {
    throw new UnsupportedOperationException("parameters of " + method);
  }

  @Override
  public <T extends Annotation> Set<T> getAnnotations(Class<T> kind) {
    return Set.of(method.getAnnotationsByType(kind));
  }
}
