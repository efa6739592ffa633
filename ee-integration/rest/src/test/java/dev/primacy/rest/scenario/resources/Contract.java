package dev.primacy.rest.scenario.resources;

import dev.primacy.PrimaryOnly;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Guards and mappings on an interface. */
public interface Contract {
  @GET
  @PrimaryOnly
  String mappedHere();

  @PrimaryOnly
  String mappedThere();

  @GET
  @Path("open")
  String open();
}
