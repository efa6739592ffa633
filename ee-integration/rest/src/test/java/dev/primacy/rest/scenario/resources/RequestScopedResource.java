package dev.primacy.rest.scenario.resources;

import dev.primacy.PrimaryOnly;
import dev.primacy.rest.scenario.Journal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("request-scoped")
@RequestScoped
@PrimaryOnly
public class RequestScopedResource {
  @GET
  public String read() {
    return Journal.entered("request-scoped class level");
  }

  @GET
  @Path("balance")
  @PrimaryOnly(readOnlyAllowed = true)
  public String readWhileReadOnly() {
    return Journal.entered("method replaces class, reads");
  }

  @POST
  @PrimaryOnly(minRemaining = "2s")
  public String replaceTheGuardOfTheClass() {
    return Journal.entered("method replaces class, remaining");
  }

  @POST
  @Path("audit")
  @PrimaryOnly(group = "audit")
  public String otherGroup() {
    return Journal.entered("method replaces class, group");
  }
}
