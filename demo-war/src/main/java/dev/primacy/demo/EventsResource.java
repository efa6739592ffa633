package dev.primacy.demo;

import dev.primacy.FencingToken;
import dev.primacy.NodeRole;
import dev.primacy.event.NodeRoleChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/**
 * The role changes as an observer of this application saw them.
 *
 * @since 0.1
 */
@Path("events")
@ApplicationScoped
public class EventsResource {
  @Inject RoleLog log;

  /**
   * The changes after a sequence number.
   *
   * @param since exclusive; 0 for all that are kept
   * @return {@code {"events":[{"seq","role","token","previous"}…]}} in order; the token is the term
   *     gained with the primary role, null on every other change
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public JsonObject events(@QueryParam("since") @DefaultValue("0") long since) {
    JsonArrayBuilder events = Json.PROVIDER.createArrayBuilder();
    for (NodeRoleChanged change : log.since(since)) {
      events.add(
          Json.PROVIDER
              .createObjectBuilder()
              .add("seq", change.seq())
              .add("role", change.current().name())
              .add("token", Json.term(gained(change)))
              .add("previous", Json.text(change.previous().map(NodeRole::name))));
    }
    return Json.PROVIDER.createObjectBuilder().add("events", events).build();
  }

  /** A change away from the primary role carries the token that was lost: it is held no more. */
  private static Optional<FencingToken> gained(NodeRoleChanged change) {
    return change.current() == NodeRole.PRIMARY ? change.token() : Optional.empty();
  }
}
