package dev.primacy.demo;

import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.Membership;
import dev.primacy.PrimaryOnly;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * The guarded call: it writes on the primary only, under the primary's token.
 *
 * @since 0.1
 */
@Path("write")
@ApplicationScoped
public class WriteResource {
  @Inject Membership membership;
  @Inject ThisNode self;
  @Inject ChosenTarget target;

  /**
   * Writes once.
   *
   * @param body {@code {"id"}}, text or a number
   * @return 200 with {@code {"node","token","counter"}}; 409 if the resource has seen a greater
   *     token, 504 if it did not answer, 502 if it answered anything else, 400 without an id
   */
  @POST
  @PrimaryOnly
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
  public Response write(JsonObject body) {
    Optional<JsonValue> id = Json.scalar(body, "id");
    if (id.isEmpty()) {
      return Problem.of(400, "Bad request", DemoMessages.TEXT.idMissing());
    }
    Optional<FencingToken> token = token();
    return answer(target.write(id.get(), self.name(), token), token);
  }

  /** Asked after the guard: the role may have ended in between, and then this refuses as well. */
  private Optional<FencingToken> token() {
    return membership.standing() == GroupStanding.STANDALONE
        ? Optional.empty()
        : Optional.of(membership.requirePrimary());
  }

  private Response answer(WriteOutcome outcome, Optional<FencingToken> token) {
    if (outcome instanceof WriteOutcome.Stored stored) {
      return Response.ok(receipt(stored.counter(), token), MediaType.APPLICATION_JSON).build();
    }
    if (outcome instanceof WriteOutcome.Stale stale) {
      return Problem.of(409, "Refused by the resource", stale.detail());
    }
    if (outcome instanceof WriteOutcome.Unknown unknown) {
      return Problem.of(504, "Outcome unknown", unknown.detail());
    }
    return Problem.of(502, "Resource broken", ((WriteOutcome.Broken) outcome).detail());
  }

  private JsonObject receipt(long counter, Optional<FencingToken> token) {
    return Json.PROVIDER
        .createObjectBuilder()
        .add("node", self.name())
        .add("token", Json.term(token))
        .add("counter", counter)
        .build();
  }
}
