package dev.primacy.rest;

import dev.primacy.cdi.ResourceGuards;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.interceptor.Interceptor;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;

/**
 * What is looked at while REST resources are deployed: binds the interceptor to those that inherit
 * their guard, and refuses applications whose resources would be served without the filter.
 *
 * @since 0.1
 */
public class RestExtension implements Extension {
  private final ResourceGuards guards = new ResourceGuards();
  private final Applications applications = new Applications(guards);

  /** Made by the container. */
  public RestExtension() {}

  void begin(@Observes BeforeBeanDiscovery event, BeanManager beans) {
    guards.use(beans);
  }

  void resource(
      @Observes @WithAnnotations({Path.class, HttpMethod.class}) ProcessAnnotatedType<?> event) {
    guards.bind(event);
    applications.resource(event.getAnnotatedType().getJavaClass());
  }

  <T extends Application> void application(@Observes ProcessAnnotatedType<T> event) {
    applications.application(event.getAnnotatedType().getJavaClass());
  }

  void validate(
      @Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) AfterDeploymentValidation event) {
    applications.problems().forEach(event::addDeploymentProblem);
  }
}
