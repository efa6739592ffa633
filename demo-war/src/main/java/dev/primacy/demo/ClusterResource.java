package dev.primacy.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * The cluster as this node sees it.
 *
 * @since 0.1
 */
@Path("cluster")
@ApplicationScoped
public class ClusterResource {
  @Inject ClusterReport report;

  /**
   * For programs and for the page.
   *
   * @return the report
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response json() {
    return Response.ok(report.json()).header("Cache-Control", "no-store").build();
  }

  /**
   * For people, also without scripts. Wanted less than JSON by who has no wish.
   *
   * @return the same as tables
   */
  @GET
  @Produces("text/html;charset=utf-8;qs=0.5")
  public Response html() {
    JsonObject facts = report.json();
    return Response.ok(new ClusterHtml(facts).render()).header("Cache-Control", "no-store").build();
  }
}
