package dev.primacy.cdi;

import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.EventContext;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.inject.Qualifier;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An observer as reflection shows it, to be looked at and never to be notified.
 *
 * @param bean the class of its bean
 * @param method the method
 * @param event the parameter that the event comes by
 */
record ReflectedObserver(Class<?> bean, Method method, Parameter event)
    implements ObserverMethod<Object> {
  @Override
  public Class<?> getBeanClass() {
    return bean;
  }

  @Override
  public Type getObservedType() {
    return event.getParameterizedType();
  }

  @Override
  public Set<Annotation> getObservedQualifiers() {
    return Arrays.stream(event.getAnnotations())
        .filter(annotation -> annotation.annotationType().isAnnotationPresent(Qualifier.class))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public boolean isAsync() {
    return event.isAnnotationPresent(ObservesAsync.class);
  }

  @Override
  public Bean<?> getDeclaringBean() {
    throw new UnsupportedOperationException("the bean of " + method);
  }

  @Override
  public Reception getReception() {
    throw new UnsupportedOperationException("when " + method + " is notified");
  }

  @Override
  public TransactionPhase getTransactionPhase() {
    throw new UnsupportedOperationException("when " + method + " is notified");
  }

  @Override
  public void notify(EventContext<Object> context) {
    throw new UnsupportedOperationException("to notify " + method);
  }
}
