package dev.primacy.demo;

import dev.primacy.PrimaryOnly;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * A workflow as BlueCat Gateway's documentation shows it; there the workflow has to ask for the
 * role itself, here the guard does.
 *
 * @since 0.1
 */
@Path(WorkflowResource.PATH)
@ApplicationScoped
public class WorkflowResource {
  /** Where it answers, and where {@link WorkflowRefusal} speaks. */
  static final String PATH = "workflow_name/path2";

  /**
   * Does the work.
   *
   * @return {@code {"result":"success"}}
   */
  @GET
  @PrimaryOnly
  @Produces(MediaType.APPLICATION_JSON)
  public JsonObject run() {
    return Json.PROVIDER.createObjectBuilder().add("result", "success").build();
  }
}
