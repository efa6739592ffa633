package dev.primacy.faults.probe;

import dev.primacy.Membership;
import dev.primacy.PrimaryOnly;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The call under test, guarded as any application would guard it. */
@Path("faults/write")
@ApplicationScoped
public class GuardedWrite {
  @Inject Membership membership;
  @Inject RecordedWrite write;

  /** Writes to the resource under the token this node holds. */
  @POST
  @PrimaryOnly
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response write(@HeaderParam(ArrivalFilter.ARRIVED) long arrived, JsonObject body) {
    return write.under(membership::requirePrimary, arrived, body);
  }
}
