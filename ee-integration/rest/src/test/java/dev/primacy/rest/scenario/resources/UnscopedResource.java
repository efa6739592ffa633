package dev.primacy.rest.scenario.resources;

import dev.primacy.PrimaryOnly;
import dev.primacy.rest.scenario.Journal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** No scope: a bean on some servers only. */
@Path("unscoped")
public class UnscopedResource {
  @GET
  @PrimaryOnly
  public String read() {
    return Journal.entered("unscoped");
  }
}
