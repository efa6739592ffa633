package dev.primacy.servers.guard;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What many applications have: one mapper for all. A refusal has to stay one. */
@Provider
public class EveryException implements ExceptionMapper<Exception> {
  private static final int TEAPOT = 418;

  /** Made by the container. */
  public EveryException() {}

  @Override
  public Response toResponse(Exception exception) {
    return exception instanceof WebApplicationException known
        ? known.getResponse()
        : Response.status(TEAPOT).entity(exception.toString()).type("text/plain").build();
  }

  /** Fails, so that the mapper is seen to be there. */
  @Path("guard/defect")
  public static class Defect {
    /** Made by the container. */
    public Defect() {}

    /**
     * Fails.
     *
     * @return nothing
     */
    @GET
    public String fail() {
      throw new IllegalStateException("on purpose");
    }
  }
}
