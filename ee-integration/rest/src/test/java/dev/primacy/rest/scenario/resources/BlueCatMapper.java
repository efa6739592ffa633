package dev.primacy.rest.scenario.resources;

import dev.primacy.NotPrimaryException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Answers the way BlueCat's sample does: 200 and a result. */
public class BlueCatMapper implements ExceptionMapper<NotPrimaryException> {
  /** The answer. */
  public static final String REFUSED =
      "{\"result\":\"error\",\"message\":\"Secondary node should not perform the action.\"}";

  @Override
  public Response toResponse(NotPrimaryException refused) {
    return Response.ok(REFUSED, MediaType.APPLICATION_JSON_TYPE).build();
  }
}
