package dev.primacy.rest.scenario.resources;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** What many applications have. */
public class EveryExceptionMapper implements ExceptionMapper<Exception> {
  @Override
  public Response toResponse(Exception failure) {
    return failure instanceof WebApplicationException answer
        ? answer.getResponse()
        : Response.status(418).entity("mapped").build();
  }
}
