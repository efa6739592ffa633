package dev.primacy.servers.guard;

import dev.primacy.PrimaryOnly;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** No bean on some servers, since it has no scope. */
@Path("guard/unscoped")
public class Unscoped {
  /** Made by the container. */
  public Unscoped() {}

  /**
   * Reads.
   *
   * @return the path
   */
  @GET
  @PrimaryOnly
  public String read() {
    return Entered.by("unscoped");
  }
}
