package dev.primacy.faults.probe;

import dev.primacy.FencingToken;
import dev.primacy.NodeRole;
import dev.primacy.event.NodeRoleChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * The defect everybody writes once: a call that is let in by what the last event said. A node that
 * was paused goes on to believe it until it hears the next one.
 */
@Path("faults/flagged")
@ApplicationScoped
public class FlaggedWrite {
  private volatile Optional<FencingToken> held = Optional.empty();

  @Inject RecordedWrite write;

  void hear(@Observes NodeRoleChanged change) {
    held = change.current() == NodeRole.PRIMARY ? change.token() : Optional.empty();
  }

  /** Writes to the resource under the token of the last event. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response write(@HeaderParam(ArrivalFilter.ARRIVED) long arrived, JsonObject body) {
    Optional<FencingToken> token = held;
    return token.isPresent()
        ? write.under(token.get(), arrived, body)
        : Response.status(Response.Status.SERVICE_UNAVAILABLE).build();
  }
}
