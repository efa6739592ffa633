package dev.primacy.demo;

import dev.primacy.Membership;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * What this node is, in its own words.
 *
 * @since 0.1
 */
@Path("role")
@ApplicationScoped
public class RoleResource {
  @Inject Membership membership;
  @Inject ThisNode self;

  /**
   * Name, role and token.
   *
   * @return {@code {"node","role","token"}}; the token's term as an integer, null unless primary
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public JsonObject role() {
    RoleReading reading = RoleReading.of(membership);
    return Json.PROVIDER
        .createObjectBuilder()
        .add("node", self.name())
        .add("role", reading.role().name())
        .add("token", Json.term(reading.token()))
        .build();
  }
}
