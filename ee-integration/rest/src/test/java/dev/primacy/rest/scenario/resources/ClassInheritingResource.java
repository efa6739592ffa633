package dev.primacy.rest.scenario.resources;

import dev.primacy.rest.scenario.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("superclass-level")
@ApplicationScoped
public class ClassInheritingResource extends GuardedBaseClass {
  @GET
  public String read() {
    return Journal.entered("superclass level");
  }
}
