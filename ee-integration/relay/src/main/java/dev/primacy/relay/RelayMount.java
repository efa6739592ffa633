package dev.primacy.relay;

import static dev.primacy.relay.RelayMessages.LOG;

import dev.primacy.cdi.ApplicationThreads;
import dev.primacy.core.gate.SystemClocks;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.core.runtime.RelaySource;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Mounts the relay's resource below {@code primacy.rest.path}, if {@code primacy.relay.serve} says
 * so; otherwise there is nothing there. Found by the server through the web fragment of this jar.
 *
 * @since 0.1
 */
public final class RelayMount implements ServletContextListener {
  private static final String NAME = "primacy-relay";

  private final Supplier<PrimacyRuntime> runtime;
  private final Supplier<ThreadFactory> threads;

  /** The server's thread. */
  private @Nullable RelayDesk desk;

  private @Nullable PrimacyRuntime mounted;

  /** Made by the server; asks CDI for everything else. */
  public RelayMount() {
    this(
        () -> CDI.current().select(PrimacyRuntime.class).get(),
        () -> CDI.current().select(ApplicationThreads.class).get());
  }

  /**
   * For a server without CDI.
   *
   * @param runtime the application's
   * @param threads makes threads with the application's context
   */
  RelayMount(Supplier<PrimacyRuntime> runtime, Supplier<ThreadFactory> threads) {
    this.runtime = runtime;
    this.threads = threads;
  }

  @Override
  public void contextInitialized(ServletContextEvent event) {
    PrimacyRuntime application = runtime.get();
    Optional<RelayTerms> terms = RelayTerms.of(application.settings().values());
    if (terms.isEmpty()) {
      return;
    }
    Optional<RelaySource> source = application.relaySource();
    if (source.isEmpty()) {
      LOG.nothingToFollow();
      return;
    }
    mount(event.getServletContext(), application, terms.get(), source.get());
  }

  private void mount(
      ServletContext context, PrimacyRuntime application, RelayTerms terms, RelaySource source) {
    warn(terms, source);
    RelayDesk opened =
        new RelayDesk(terms, application.relayState(), source, SystemClocks.INSTANCE);
    String path = path(application);
    ServletRegistration.Dynamic servlet =
        context.addServlet(NAME, new RelayServlet(opened, threads.get()));
    servlet.setAsyncSupported(true);
    servlet.addMapping(path + "/*");
    desk = opened;
    mounted = application;
    application.relayState().serve(!source.followsOnly());
    LOG.serving(context.getContextPath() + path, terms.always() ? "always" : "while it is a relay");
  }

  private static void warn(RelayTerms terms, RelaySource source) {
    if (source.followsOnly()) {
      LOG.servesNobody();
    }
    if (terms.insecure()) {
      LOG.insecure();
    }
  }

  private static String path(PrimacyRuntime application) {
    String base = application.settings().values().text("primacy.rest.path").orElse("/primacy");
    String rooted = base.startsWith("/") ? base : "/" + base;
    return (rooted.endsWith("/") ? rooted.substring(0, rooted.length() - 1) : rooted) + "/relay";
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    if (mounted != null) {
      mounted.relayState().serve(false);
    }
    if (desk != null) {
      desk.close();
    }
  }
}
