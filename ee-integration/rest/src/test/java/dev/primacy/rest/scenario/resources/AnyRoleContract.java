package dev.primacy.rest.scenario.resources;

import dev.primacy.AnyRole;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Speaks for its own method. */
public interface AnyRoleContract {
  @GET
  @Path("contract")
  @AnyRole
  String fromContract();
}
