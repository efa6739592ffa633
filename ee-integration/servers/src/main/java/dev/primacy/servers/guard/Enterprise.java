package dev.primacy.servers.guard;

import dev.primacy.PrimaryOnly;
import jakarta.ejb.Stateless;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A session bean that is a resource. */
@Path("guard/enterprise-bean")
@Stateless
public class Enterprise {
  /** Made by the container. */
  public Enterprise() {}

  /**
   * Reads.
   *
   * @return the path
   */
  @GET
  @PrimaryOnly
  public String read() {
    return Entered.by("enterprise-bean");
  }
}
