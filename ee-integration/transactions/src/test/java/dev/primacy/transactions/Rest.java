package dev.primacy.transactions;

import dev.primacy.rest.PrimacyFeature;
import jakarta.ws.rs.core.Application;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.cdi.CdiInjectorFactory;
import org.jboss.resteasy.core.ResteasyDeploymentImpl;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jboss.resteasy.spi.ResteasyDeployment;

/** RESTEasy in the container that runs, without a server in front of it. */
final class Rest implements AutoCloseable {
  private final ResteasyDeployment deployment = new ResteasyDeploymentImpl();

  private Rest(Set<Class<?>> classes) {
    deployment.setInjectorFactoryClass(CdiInjectorFactory.class.getName());
    deployment.setApplication(
        new Application() {
          @Override
          public Set<Class<?>> getClasses() {
            return classes;
          }
        });
    deployment.start();
  }

  static Rest with(Class<?>... resources) {
    return new Rest(
        Stream.concat(Arrays.stream(resources), Stream.of(PrimacyFeature.class))
            .collect(Collectors.toSet()));
  }

  MockHttpResponse post(String path, String text) throws URISyntaxException {
    MockHttpRequest request =
        MockHttpRequest.post(path)
            .contentType("text/plain")
            .content(text.getBytes(StandardCharsets.UTF_8));
    MockHttpResponse response = new MockHttpResponse();
    deployment.getDispatcher().invoke(request, response);
    return response;
  }

  @Override
  public void close() {
    deployment.stop();
  }
}
