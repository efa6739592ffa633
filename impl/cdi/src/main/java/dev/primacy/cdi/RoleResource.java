package dev.primacy.cdi;

import dev.primacy.PrimaryResource;
import dev.primacy.core.gate.Gate;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.Producer;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for a producer: whoever has something injected gets what there is now. The producer
 * itself is called when the role comes.
 *
 * @param <T> what is produced
 */
final class RoleResource<T> implements Producer<T> {
  private final Method method;
  private final Producer<T> producer;
  private final String asked;

  /** Whether the application has a method that disposes of it. */
  private final boolean disposed;

  // these two are written while the application is deployed
  private @Nullable BeanManager beans;
  private @Nullable Gate gate;

  // written on the group's lane
  private volatile @Nullable Open<T> open;

  private record Open<T>(T made, CreationalContext<T> context) {}

  RoleResource(Method method, Producer<T> producer, boolean disposed) {
    this.method = method;
    this.producer = producer;
    this.disposed = disposed;
    this.asked =
        Optional.ofNullable(method.getAnnotation(PrimaryResource.class))
            .map(PrimaryResource::group)
            .orElse("");
  }

  String name() {
    return MethodNames.of(method.getDeclaringClass(), method);
  }

  /** The group named; empty for the default one. */
  String asked() {
    return asked;
  }

  boolean isDisposed() {
    return disposed;
  }

  void use(BeanManager container, Gate ofGroup) {
    beans = container;
    gate = ofGroup;
  }

  /** Calls the producer; returns what went wrong, or null. */
  @Nullable Throwable open() {
    Open<T> stale = open;
    if (stale != null) {
      close();
    }
    CreationalContext<T> context = Deployment.validated(beans).createCreationalContext(null);
    try {
      T made = producer.produce(context);
      if (made == null) {
        throw CdiMessages.TEXT.nothingProduced(name());
      }
      open = new Open<>(made, context);
      return null;
    } catch (Exception | LinkageError | AssertionError failure) {
      // a checked one as well: OpenWebBeans throws what the method threw, declared or not
      context.release();
      return ObserverFailures.unwrap(failure);
    }
  }

  /** Closes what is there; returns what went wrong, or null. */
  @Nullable Throwable close() {
    Open<T> last = open;
    if (last == null) {
      return null;
    }
    open = null;
    try {
      if (disposed) {
        producer.dispose(last.made());
      } else {
        ((AutoCloseable) last.made()).close();
      }
      return null;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return stop;
    } catch (Exception | LinkageError | AssertionError failure) {
      return failure;
    } finally {
      last.context().release();
    }
  }

  // ---- for the container

  @Override
  public T produce(CreationalContext<T> context) {
    Open<T> now = open;
    if (now == null) {
      throw Deployment.validated(gate).refuse(name());
    }
    return now.made();
  }

  /** It outlives whoever had it injected. */
  @Override
  public void dispose(T instance) {
    // closed with the role
  }

  @Override
  public Set<InjectionPoint> getInjectionPoints() {
    return producer.getInjectionPoints();
  }
}
