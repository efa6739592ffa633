package dev.primacy.rest.scenario.resources;

import dev.primacy.PrimaryOnly;
import dev.primacy.rest.scenario.Journal;
import dev.primacy.rest.scenario.ScriptedRuntime;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.Response;

/** Not a bean. */
public class Sub {
  @GET
  @PrimaryOnly
  public String read() {
    return Journal.entered("sub-resource made by new");
  }

  @PUT
  @PrimaryOnly
  public Response loseTheRole() {
    ScriptedRuntime.LEDGER.secondary();
    Journal.entered("done");
    return Response.ok("done").header("ETag", "\"1\"").header("App", "kept").build();
  }

  @POST
  @PrimaryOnly
  public Response loseTheRoleAndFail() {
    ScriptedRuntime.LEDGER.secondary();
    return Response.status(409).entity("taken").build();
  }
}
