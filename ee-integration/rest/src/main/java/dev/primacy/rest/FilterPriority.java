package dev.primacy.rest;

import dev.primacy.core.runtime.PrimacyRuntime;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.FeatureContext;
import java.util.Map;

/**
 * Where the filter stands among the application's.
 *
 * @param ofRequests its priority as a request filter
 */
record FilterPriority(int ofRequests) {
  static final int USUAL = Priorities.AUTHENTICATION - 100;
  private static final String KEY = "primacy.guard.filter-priority";

  /** Looked up, since no server injects into a feature that it loads as a service. */
  static FilterPriority configured() {
    try {
      PrimacyRuntime runtime = CDI.current().select(PrimacyRuntime.class).get();
      return new FilterPriority(runtime.settings().values().integer(KEY));
    } catch (IllegalStateException noContainer) {
      RestLog.LOG.priorityNotRead(noContainer, KEY, USUAL);
      return new FilterPriority(USUAL);
    }
  }

  /** The exit check stays where it is, after the response filters of the application. */
  void register(FeatureContext context) {
    if (isQuarkus(context) || (ofRequests != USUAL && isJersey(context))) {
      registerObjects(context);
    } else {
      context.register(
          PrimaryOnlyFilter.class,
          Map.of(ContainerRequestFilter.class, ofRequests, ContainerResponseFilter.class, USUAL));
    }
  }

  private static boolean isJersey(FeatureContext context) {
    return context.getClass().getName().startsWith("org.glassfish.jersey.");
  }

  /** Quarkus REST takes one priority for all contracts, or none. */
  private static boolean isQuarkus(FeatureContext context) {
    return context.getClass().getName().startsWith("org.jboss.resteasy.reactive.");
  }

  /**
   * Jersey takes the priority of a bean from its annotation whatever it was registered with; that
   * of an object is the one it was registered with, for all its contracts.
   */
  private void registerObjects(FeatureContext context) {
    PrimaryOnlyFilter bean = CDI.current().select(PrimaryOnlyFilter.class).get();
    ContainerRequestFilter requests = request -> bean.filter(request);
    ContainerResponseFilter responses = (request, response) -> bean.filter(request, response);
    context.register(requests, ofRequests);
    context.register(responses, USUAL);
  }
}
