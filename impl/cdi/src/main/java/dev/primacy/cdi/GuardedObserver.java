package dev.primacy.cdi;

import dev.primacy.cdi.GuardedObservers.Notification;
import jakarta.enterprise.event.ObserverException;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.EventContext;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;

/**
 * An observer that is notified in another way. Unlike one that is configured so, what it throws
 * reaches whoever fires as it is: Weld would wrap all of it.
 *
 * @param observer the observer
 * @param notification how it is notified
 */
record GuardedObserver<T>(ObserverMethod<T> observer, Notification<T> notification)
    implements ObserverMethod<T> {

  @Override
  public void notify(EventContext<T> context) {
    try {
      notification.send(context);
    } catch (RuntimeException unchecked) {
      throw unchecked;
    } catch (Exception checked) {
      throw new ObserverException(checked);
    }
  }

  @Override
  public Class<?> getBeanClass() {
    return observer.getBeanClass();
  }

  @Override
  public Bean<?> getDeclaringBean() {
    return observer.getDeclaringBean();
  }

  @Override
  public Type getObservedType() {
    return observer.getObservedType();
  }

  @Override
  public Set<Annotation> getObservedQualifiers() {
    return observer.getObservedQualifiers();
  }

  @Override
  public Reception getReception() {
    return observer.getReception();
  }

  @Override
  public TransactionPhase getTransactionPhase() {
    return observer.getTransactionPhase();
  }

  @Override
  public int getPriority() {
    return observer.getPriority();
  }

  @Override
  public boolean isAsync() {
    return observer.isAsync();
  }
}
