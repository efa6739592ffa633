package dev.primacy.rest.jersey;

import dev.primacy.rest.scenario.RestServer;
import dev.primacy.rest.scenario.RestStack;
import dev.primacy.rest.scenario.ScannedClasses;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.ws.rs.core.Application;
import java.net.URI;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** Jersey and Weld on Grizzly: what Payara and GlassFish are made of. */
final class JerseyStack implements RestStack {
  private static final URI ANY_PORT = URI.create("http://127.0.0.1:0/");

  @Override
  public RestServer start(Application application) {
    return start(ResourceConfig.forApplication(application));
  }

  @Override
  public RestServer startWithoutFilter(Application application) {
    return start(application);
  }

  @Override
  public RestServer startScanning(Class<?>... more) {
    return start(new ResourceConfig(ScannedClasses.with(more)));
  }

  private static RestServer start(ResourceConfig config) {
    SeContainer container = SeContainerInitializer.newInstance().initialize();
    try {
      HttpServer server = GrizzlyHttpServerFactory.createHttpServer(ANY_PORT, config);
      int port = server.getListener("grizzly").getPort();
      return new RestServer(
          URI.create("http://127.0.0.1:" + port + "/"),
          () -> {
            server.shutdownNow();
            container.close();
          });
    } catch (RuntimeException refused) {
      container.close();
      throw refused;
    }
  }
}
