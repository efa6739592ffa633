package dev.primacy.benchmarks.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Unguarded too: the noise of the measurement. */
@ApplicationScoped
@Path("another")
public class TwinResource {

  @GET
  public String answer() {
    return "written";
  }
}
