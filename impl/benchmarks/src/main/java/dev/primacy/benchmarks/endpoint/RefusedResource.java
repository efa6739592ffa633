package dev.primacy.benchmarks.endpoint;

import dev.primacy.PrimaryOnly;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Guarded, on a secondary. */
@ApplicationScoped
@Path("refused")
public class RefusedResource {

  @GET
  @PrimaryOnly(group = EndpointTrial.ELSEWHERE)
  public String answer() {
    throw new IllegalStateException("let in on a secondary");
  }
}
