package dev.primacy.benchmarks.endpoint;

import dev.primacy.PrimaryOnly;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Guarded, on the primary. */
@ApplicationScoped
@Path("guarded")
public class GuardedResource {

  @GET
  @PrimaryOnly
  public String answer() {
    return "written";
  }
}
