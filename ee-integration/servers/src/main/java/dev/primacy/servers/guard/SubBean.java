package dev.primacy.servers.guard;

import dev.primacy.PrimaryOnly;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;

/** A resource without a path of its own that is a bean. */
@ApplicationScoped
public class SubBean {
  /** Made by the container. */
  public SubBean() {}

  /**
   * Reads.
   *
   * @return the path
   */
  @GET
  @PrimaryOnly
  public String read() {
    return Entered.by("locator/bean");
  }
}
