package dev.primacy.benchmarks.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Unguarded. */
@ApplicationScoped
@Path("regular")
public class PlainResource {

  @GET
  public String answer() {
    return "written";
  }
}
