package dev.primacy.servers.work;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Where postings are asked for. */
@Path("postings/{id}")
@RequestScoped
public class Desk {
  @Inject Postings postings;

  /** Made by the container. */
  public Desk() {}

  /**
   * Posts.
   *
   * @param id of the posting
   */
  @POST
  public void post(@PathParam("id") String id) {
    postings.post(id);
  }

  /**
   * Posts too late.
   *
   * @param id of the posting
   */
  @POST
  @Path("late")
  public void postTooLate(@PathParam("id") String id) {
    postings.postTooLate(id);
  }
}
