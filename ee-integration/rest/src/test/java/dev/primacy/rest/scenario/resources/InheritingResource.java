package dev.primacy.rest.scenario.resources;

import dev.primacy.rest.scenario.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;

@Path("superclass")
@ApplicationScoped
public class InheritingResource extends GuardedBase {
  @Override
  public String overridden() {
    return Journal.entered("overridden");
  }
}
