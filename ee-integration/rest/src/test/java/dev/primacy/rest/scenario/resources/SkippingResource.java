package dev.primacy.rest.scenario.resources;

import dev.primacy.OnSecondary;
import dev.primacy.PrimaryOnly;
import jakarta.enterprise.inject.Vetoed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Wants what no REST method can have; vetoed, so that no other scenario meets it. */
@Vetoed
@Path("skipping")
public class SkippingResource {
  @POST
  @PrimaryOnly(onSecondary = OnSecondary.SKIP)
  public void skip() {}
}
