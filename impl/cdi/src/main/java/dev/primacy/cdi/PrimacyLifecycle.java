package dev.primacy.cdi;

import dev.primacy.core.runtime.PrimacyRuntime;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import org.jspecify.annotations.Nullable;

/**
 * Starts Primacy when the application runs, after the application's own beans, and stops it while
 * they still work. A start that fails fails the deployment.
 *
 * <p>If the JVM ends without the container being stopped, a shutdown hook does the same, unless
 * {@code primacy.shutdown-hook} is off.
 *
 * <p>An application that has to stop in an order of its own may call {@link PrimacyRuntime#close}
 * earlier; stopping again does nothing.
 *
 * @since 0.1
 */
@ApplicationScoped
public class PrimacyLifecycle {
  @Inject Deployment deployment;
  @Inject BeanManager beans;
  @Inject @Any Event<Object> events;
  @Inject Instance<RequestContextController> requests;

  // by the thread that deploys
  private boolean started;
  private @Nullable ShutdownHook hook;

  /** Made by the container. */
  public PrimacyLifecycle() {}

  /** The payload differs from server to server and is not used. */
  void initialized(
      @Observes @Initialized(ApplicationScoped.class) @Priority(Interceptor.Priority.LIBRARY_AFTER)
          Object application) {
    if (!started) {
      start();
    }
  }

  /** Where the application context is initialised before the application is. */
  void startup(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) Startup event) {
    if (!started) {
      start();
    }
  }

  private void start() {
    started = true;
    deployment.threads().capture();
    Application opened = new Application(beans, events, requests::get, deployment.way());
    if (deployment.runtime().engine().isPresent()) {
      opened.prepare(deployment.runtime().groups());
    }
    deployment.bridge().open(opened);
    GuardReport.log(deployment.registry().report());
    deployment.runtime().start();
    hook = hook(deployment.runtime());
    deployment.views().follow(beans, deployment.runtime());
    RoleWait.run(deployment.runtime());
  }

  private static @Nullable ShutdownHook hook(PrimacyRuntime runtime) {
    if (runtime.engine().isEmpty() || !runtime.settings().values().flag("primacy.shutdown-hook")) {
      return null;
    }
    ShutdownHook made = new ShutdownHook(runtime, ApplicationName.find());
    made.install();
    return made;
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application) {
    try {
      deployment.runtime().close();
    } finally {
      // not before: the JVM may begin to end meanwhile, and has to wait for it then
      if (hook != null) {
        hook.withdraw();
      }
    }
  }
}
