package dev.primacy.faults.probe;

import dev.primacy.Membership;
import dev.primacy.NodeId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What this node knows, by its events and by its registry. */
@Path("faults")
@ApplicationScoped
public class StateResource {
  @Inject Membership membership;
  @Inject EventLog log;
  @Inject Probe probe;

  /** Both states, and what the suite waits for. */
  @GET
  @Path("state")
  @Produces(MediaType.APPLICATION_JSON)
  public JsonObject state() {
    KnownState registered = KnownState.of(membership);
    return Json.createObjectBuilder()
        .add("process", probe.process())
        .add("role", registered.role().name())
        .add("primary", registered.primary().map(NodeId::toString).orElse(""))
        .add("self", membership.node().toString())
        .add("nodes", registered.nodes().size())
        .add("replayed", log.state().line())
        .add("registered", registered.line())
        .build();
  }

  /** Hands the role over. */
  @POST
  @Path("step-down")
  @Produces(MediaType.APPLICATION_JSON)
  public JsonObject stepDown() {
    membership.stepDown().toCompletableFuture().join();
    return state();
  }
}
