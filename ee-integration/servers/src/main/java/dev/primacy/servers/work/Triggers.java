package dev.primacy.servers.work;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Sets things off that do not begin by themselves. */
@Path("triggers")
@RequestScoped
public class Triggers {
  @Inject Event<Placed> events;
  @Inject Repeated repeated;
  @Inject Stock stock;

  /** Made by the container. */
  public Triggers() {}

  /**
   * Fires an event, and returns when all observers were called.
   *
   * @param id of the event
   */
  @POST
  @Path("event/{id}")
  public void fire(@PathParam("id") String id) {
    events.fire(new Placed(id));
  }

  /**
   * Publishes an event to the cluster.
   *
   * @param article tells one from another
   */
  @POST
  @Path("cluster/{article}")
  public void publish(@PathParam("article") String article) {
    stock.change(article);
  }

  /** Calls what is repeated from then on. */
  @POST
  @Path("run-at")
  public void repeat() {
    repeated.everywhere();
    repeated.onThePrimary();
  }
}
