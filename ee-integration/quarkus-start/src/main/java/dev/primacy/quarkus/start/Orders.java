package dev.primacy.quarkus.start;

import dev.primacy.PrimaryOnly;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Takes orders. */
@Path("orders")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class Orders {
  @Inject Stock stock;

  /** Made by the container. */
  public Orders() {}

  /**
   * Asked for to see that the application has started.
   *
   * @return how many there are
   */
  @GET
  public int count() {
    return stock.taken();
  }

  /**
   * Takes one.
   *
   * @param article what is ordered
   * @return how many there are now
   */
  @POST
  @Path("{article}")
  @PrimaryOnly
  public int place(@PathParam("article") String article) {
    return stock.take(article);
  }
}
