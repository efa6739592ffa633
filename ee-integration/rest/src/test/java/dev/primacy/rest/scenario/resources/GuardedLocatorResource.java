package dev.primacy.rest.scenario.resources;

import dev.primacy.PrimaryOnly;
import dev.primacy.rest.scenario.Journal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The guard is on the way to the sub-resource only. */
@Path("guarded-locator")
public class GuardedLocatorResource {
  @Path("method")
  @PrimaryOnly
  public OpenSub guarded() {
    return new OpenSub();
  }

  /** Not guarded itself. */
  public static class OpenSub {
    @GET
    public String read() {
      return Journal.entered("sub-resource behind a guarded locator");
    }
  }
}
