package dev.primacy.admin;

import dev.primacy.cdi.ApplicationName;
import dev.primacy.cdi.ApplicationThreads;
import dev.primacy.cdi.GuardRegistry;
import dev.primacy.core.dispatch.NamedThreads;
import dev.primacy.core.gate.SystemClocks;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.event.ClusterEvent;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.servlet.http.HttpServlet;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * Administration in a container: made with the application, told its events, ended with it. What it
 * observes counts as a use of Primacy, so that a node without any guard can be operated too.
 *
 * @since 0.1
 */
@ApplicationScoped
public class AdminFront {
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  @Inject PrimacyRuntime runtime;
  @Inject GuardRegistry guards;
  @Inject ApplicationThreads threads;

  private Administration administration; // set once, before anybody may call

  /** Made by the container. */
  @SuppressWarnings("NullAway.Init") // injected, and then made of what is injected
  public AdminFront() {}

  @PostConstruct
  void make() {
    String application = ApplicationName.find();
    administration =
        new Administration(
            AdminSettings.of(runtime.settings().values()),
            new Administration.Surroundings(
                application,
                runtime,
                () -> guards.report().stream().map(GuardLine::of).toList(),
                new NamedThreads(runtime.settings().node().name(), "admin", threads),
                SystemClocks.INSTANCE,
                ManagementFactory.getPlatformMBeanServer(),
                HEARTBEAT));
  }

  /** After the runtime, which starts at {@code LIBRARY_AFTER}. */
  void start(
      @Observes
          @Initialized(ApplicationScoped.class)
          @Priority(Interceptor.Priority.LIBRARY_AFTER + 10)
          Object application) {
    administration.start();
  }

  void hear(@Observes ClusterEvent event) {
    administration.heard(event);
  }

  /** After the runtime, so that whoever listens hears of the end. */
  void stop(
      @Observes
          @BeforeDestroyed(ApplicationScoped.class)
          @Priority(Interceptor.Priority.LIBRARY_AFTER + 10)
          Object application) {
    administration.close();
  }

  /** Again, where no application ended: closing twice does nothing. */
  @PreDestroy
  void end() {
    administration.close();
  }

  /**
   * Whether anything is switched on that is answered over HTTP.
   *
   * @return false if no servlet is needed
   */
  public boolean answers() {
    return administration.settings().answers();
  }

  /**
   * Where the servlet belongs.
   *
   * @return the path below the application's own, without a slash at its end
   */
  public String path() {
    return administration.settings().path();
  }

  /**
   * The servlet, to be mapped to the path and all below it, with asynchronous support.
   *
   * @return a new one, with the same behind it
   */
  public HttpServlet servlet() {
    return new AdminServlet(
        administration.front(), administration.streams(), administration.settings().role());
  }
}
