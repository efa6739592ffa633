package dev.primacy.rest.scenario.resources;

import dev.primacy.PrimaryOnly;
import dev.primacy.rest.scenario.Journal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Guards on a superclass: inherited as they are, and overridden without a word of it. */
public abstract class GuardedBase {
  @GET
  @PrimaryOnly
  public String inherited() {
    return Journal.entered("inherited");
  }

  @GET
  @Path("overridden")
  @PrimaryOnly
  public String overridden() {
    return Journal.entered("never");
  }
}
