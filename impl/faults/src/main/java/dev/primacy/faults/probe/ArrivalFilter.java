package dev.primacy.faults.probe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** Notes when a call arrived: before matching, so before any guard is asked. */
@Provider
@PreMatching
@ApplicationScoped
public class ArrivalFilter implements ContainerRequestFilter {
  static final String ARRIVED = "Faults-Arrived";

  @Inject Probe probe;

  @Override
  public void filter(ContainerRequestContext request) {
    request.getHeaders().putSingle(ARRIVED, Long.toString(probe.now()));
  }
}
