package dev.primacy.demo;

import dev.primacy.Membership;
import dev.primacy.NodeRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The page's button. It is for people at this machine: loopback only, {@code Host} and {@code
 * Origin} checked, JSON only, so that neither another page nor a rebound name can press it.
 *
 * @since 0.1
 */
@Path("demo/step-down")
@ApplicationScoped
public class StepDownResource {
  @Inject Membership membership;
  @Inject ThisNode self;
  @Inject Origins origins;

  /**
   * Hands the role to another node.
   *
   * @param request where it comes from
   * @param host whom the caller thinks it speaks with
   * @param type what the caller sends; absent is refused, since matching lets it pass
   * @return 200 with {@code {"node","role"}} once the store has confirmed it; 403 from elsewhere,
   *     409 if this node is not the primary
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
  public Response stepDown(
      @Context HttpServletRequest request,
      @HeaderParam(HttpHeaders.HOST) @Nullable String host,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type) {
    if (type == null) {
      return Problem.of(415, "Unsupported media type", DemoMessages.TEXT.jsonOnly());
    }
    if (!Loopback.contains(request.getRemoteAddr())) {
      return Problem.of(403, "Loopback only", DemoMessages.TEXT.notLoopback());
    }
    if (host == null || !origins.isThisNode(host)) {
      return Problem.of(403, "Foreign host", DemoMessages.TEXT.foreignHost());
    }
    NodeRole role = RoleReading.of(membership).role();
    if (role != NodeRole.PRIMARY) {
      return Problem.of(409, "Not the primary", DemoMessages.TEXT.nothingToStepDownFrom(role));
    }
    return handOver();
  }

  private Response handOver() {
    CompletionStage<Void> released = membership.stepDown();
    released.toCompletableFuture().join();
    JsonObject answer =
        Json.PROVIDER
            .createObjectBuilder()
            .add("node", self.name())
            .add("role", RoleReading.of(membership).role().name())
            .build();
    return Response.ok(answer, MediaType.APPLICATION_JSON).build();
  }
}
