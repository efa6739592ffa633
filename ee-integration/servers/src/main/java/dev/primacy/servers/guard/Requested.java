package dev.primacy.servers.guard;

import dev.primacy.PrimaryOnly;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A bean of a request, guarded as a class. */
@Path("guard/request-scoped")
@RequestScoped
@PrimaryOnly
public class Requested {
  /** Made by the container. */
  public Requested() {}

  /**
   * Reads.
   *
   * @return the path
   */
  @GET
  public String read() {
    return Entered.by("request-scoped");
  }
}
