package dev.primacy.demo;

import dev.primacy.NotPrimaryException;
import dev.primacy.rest.NotPrimaryMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * This application's own word on refused calls: BlueCat's answer for the workflow, and for
 * everything else the library's problem document.
 *
 * @since 0.1
 */
@Provider
@ApplicationScoped
public class WorkflowRefusal implements ExceptionMapper<NotPrimaryException> {
  private final NotPrimaryMapper library;

  @Context UriInfo uri;

  /**
   * Made by the container.
   *
   * @param library what answers everywhere else
   */
  @Inject
  public WorkflowRefusal(NotPrimaryMapper library) {
    this.library = library;
  }

  /** For the container's proxy only. */
  @SuppressWarnings("NullAway") // never called on: a client proxy hands over to the real instance
  public WorkflowRefusal() {
    this(null);
  }

  @Override
  public Response toResponse(NotPrimaryException refused) {
    return uri.getPath().replaceFirst("^/", "").equals(WorkflowResource.PATH)
        ? refusal(refused)
        : library.toResponse(refused);
  }

  /** 503 and not BlueCat's 200, so that no caller takes it for success. */
  private static Response refusal(NotPrimaryException refused) {
    JsonObject answer =
        Json.PROVIDER
            .createObjectBuilder()
            .add("result", "error")
            .add("message", "Secondary node should not perform the action.")
            .build();
    long retryAfter = Math.max(1, refused.refusal().retryAfter().toSeconds());
    return Response.status(Response.Status.SERVICE_UNAVAILABLE)
        .type(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.RETRY_AFTER, retryAfter)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(answer)
        .build();
  }
}
