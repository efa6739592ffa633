package dev.primacy.rest.cxf;

import dev.primacy.rest.PrimacyFeature;
import dev.primacy.rest.scenario.RestServer;
import dev.primacy.rest.scenario.RestStack;
import dev.primacy.rest.scenario.ScannedClasses;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;

/**
 * CXF and OpenWebBeans on Jetty: what TomEE is made of. CXF does not look for features through the
 * service loader, so an application that lists its classes lists {@link PrimacyFeature} too.
 */
final class CxfStack implements RestStack {
  @Override
  public RestServer start(Application application) throws Exception {
    List<Class<?>> classes = new ArrayList<>(application.getClasses());
    classes.add(PrimacyFeature.class);
    return serve(application, classes);
  }

  @Override
  public RestServer startScanning(Class<?>... more) throws Exception {
    return serve(new Application() {}, List.copyOf(ScannedClasses.with(more)));
  }

  @Override
  public RestServer startWithoutFilter(Application application) throws Exception {
    return serve(application, List.copyOf(application.getClasses()));
  }

  private static RestServer serve(Application application, List<Class<?>> classes)
      throws IOException {
    SeContainer container = SeContainerInitializer.newInstance().initialize();
    try {
      URI base = URI.create("http://127.0.0.1:" + freePort() + "/");
      JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
      factory.setAddress(base.toString());
      factory.setApplication(application);
      factory.setInvoker(new RequestContext());
      factory.setResourceClasses(
          classes.stream().filter(type -> type.isAnnotationPresent(Path.class)).toList());
      Beans beans = new Beans(container.getBeanManager());
      for (Class<?> type : classes) {
        if (type.isAnnotationPresent(Path.class)) {
          factory.setResourceProvider(type, beans.resource(type));
        } else {
          factory.setProvider(beans.instance(type));
        }
      }
      Server server = factory.create();
      return new RestServer(
          base,
          () -> {
            server.destroy();
            container.close();
          });
    } catch (RuntimeException refused) {
      container.close();
      throw refused;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
