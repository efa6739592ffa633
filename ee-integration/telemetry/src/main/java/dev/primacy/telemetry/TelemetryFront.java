package dev.primacy.telemetry;

import dev.primacy.RoleEvents;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.core.vitals.StoreListener;
import dev.primacy.event.NodeRoleChanged;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.List;

/**
 * Hands metrics over while the application runs. It observes no event of Primacy, so that it is no
 * use of it: where nothing is guarded or observed no engine is started for metrics.
 *
 * @since 0.1
 */
@ApplicationScoped
public class TelemetryFront {
  @Inject PrimacyRuntime runtime;
  @Inject Instance<Object> beans;

  // all written on the thread that starts and stops the application
  private volatile Exporters exporters = new Exporters(List.of());
  private volatile RoleEvents.Subscription roles = () -> {};
  private volatile StoreListener.Registration store = () -> {};

  /** Made by the container. */
  public TelemetryFront() {}

  /** Before the runtime, which starts at {@code LIBRARY_AFTER}, so that nothing is missed. */
  void open(
      @Observes
          @Initialized(ApplicationScoped.class)
          @Priority(Interceptor.Priority.LIBRARY_AFTER - 20)
          Object application) {
    if (!runtime.settings().values().flag("primacy.telemetry.enabled")) {
      return;
    }
    Exporters found = new Exporters(Systems.find(beans, new Source(runtime)));
    if (!found.isEmpty()) {
      exporters = found;
      roles = runtime.roleEvents().subscribe(NodeRoleChanged.class, change -> found.refresh());
      store = runtime.vitals().listen(found::timed);
      TelemetryLog.LOG.exports(found.systems());
    }
  }

  /** After the runtime, whose groups are there now. */
  void start(
      @Observes
          @Initialized(ApplicationScoped.class)
          @Priority(Interceptor.Priority.LIBRARY_AFTER + 20)
          Object application) {
    exporters.refresh();
  }

  /** After the runtime, so that the end is measured too. */
  void stop(
      @Observes
          @BeforeDestroyed(ApplicationScoped.class)
          @Priority(Interceptor.Priority.LIBRARY_AFTER + 20)
          Object application) {
    end();
  }

  /** Again, where no application ended: closing twice does nothing. */
  @PreDestroy
  void end() {
    store.close();
    roles.close();
    exporters.close();
  }
}
