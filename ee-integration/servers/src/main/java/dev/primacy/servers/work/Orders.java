package dev.primacy.servers.work;

import dev.primacy.Membership;
import dev.primacy.PrimaryOnly;
import dev.primacy.servers.Journal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Takes orders on the primary only. */
@Path("orders/{id}")
@RequestScoped
public class Orders {
  @Inject Membership membership;
  @Inject Journal journal;

  /** Made by the container. */
  public Orders() {}

  /**
   * Places an order.
   *
   * @param id of the order
   * @return the term it was placed in
   */
  @POST
  @PrimaryOnly
  @Produces(MediaType.TEXT_PLAIN)
  public String place(@PathParam("id") String id) {
    long term = membership.requirePrimary().term();
    journal.write("order", id, term);
    return Long.toString(term);
  }
}
