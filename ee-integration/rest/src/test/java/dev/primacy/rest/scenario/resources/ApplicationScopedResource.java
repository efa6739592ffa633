package dev.primacy.rest.scenario.resources;

import dev.primacy.PrimaryOnly;
import dev.primacy.rest.scenario.Journal;
import dev.primacy.rest.scenario.ScriptedRuntime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;

@Path("application-scoped")
@ApplicationScoped
public class ApplicationScopedResource {
  @GET
  @PrimaryOnly
  public String guarded() {
    return Journal.entered("application-scoped method level");
  }

  @GET
  @Path("open")
  public String open() {
    return Journal.entered("open");
  }

  @POST
  @PrimaryOnly
  public String body(Parcel parcel) {
    return Journal.entered("parcel " + parcel.content());
  }

  @POST
  @Path("nothing")
  @PrimaryOnly
  public void nothing() {
    Journal.entered("nothing");
  }

  @GET
  @Path("stream")
  @PrimaryOnly
  public StreamingOutput stream() {
    Journal.entered("stream");
    return out -> {
      Journal.entered("streamed with " + ScriptedRuntime.LEDGER.inFlight() + " in flight");
      out.write("chunk".getBytes(StandardCharsets.UTF_8));
    };
  }

  @PUT
  @Path("stream")
  @PrimaryOnly
  public StreamingOutput streamAfterTheRole() {
    Journal.entered("stream prepared");
    ScriptedRuntime.LEDGER.secondary();
    return out -> Journal.entered("done");
  }

  @POST
  @Path("conflict")
  @PrimaryOnly
  public Response conflict() {
    Journal.entered("conflict");
    throw new WebApplicationException(Response.status(409).entity("taken").build());
  }

  @POST
  @Path("defect")
  @PrimaryOnly
  public Response defect() {
    Journal.entered("defect");
    throw new IllegalStateException("planted");
  }

  @PUT
  @PrimaryOnly
  public String loseTheRole() {
    ScriptedRuntime.LEDGER.secondary();
    return Journal.entered("done");
  }
}
