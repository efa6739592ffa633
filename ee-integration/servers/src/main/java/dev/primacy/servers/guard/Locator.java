package dev.primacy.servers.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;

/** Leads to resources that are guarded themselves. */
@Path("guard/locator")
@ApplicationScoped
public class Locator {
  @Inject SubBean bean;

  /** Made by the container. */
  public Locator() {}

  /**
   * One that no container made.
   *
   * @return a new one
   */
  @Path("new")
  public Sub created() {
    return new Sub("locator/new");
  }

  /**
   * One that is a bean.
   *
   * @return the bean
   */
  @Path("bean")
  public SubBean injected() {
    return bean;
  }
}
