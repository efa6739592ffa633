package dev.primacy.rest.scenario.resources;

import dev.primacy.OutcomeUnknownException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Answers in the application's own words. */
public class UnknownOutcomeMapper implements ExceptionMapper<OutcomeUnknownException> {
  /** The answer. */
  public static final String ASK_AGAIN = "look whether it was done";

  @Override
  public Response toResponse(OutcomeUnknownException unknown) {
    return Response.status(409).entity(ASK_AGAIN).build();
  }
}
