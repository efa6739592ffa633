package dev.primacy.rest.scenario.resources;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;

@Path("locator")
@ApplicationScoped
public class LocatorResource {
  @Inject SubBean bean;

  @Path("new")
  public Sub created() {
    return new Sub();
  }

  @Path("bean")
  public SubBean injected() {
    return bean;
  }
}
