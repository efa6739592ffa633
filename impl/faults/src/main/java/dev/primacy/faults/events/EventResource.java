package dev.primacy.faults.events;

import dev.primacy.core.gate.SystemClocks;
import dev.primacy.event.ClusterWide;
import dev.primacy.event.EventEnvelope;
import dev.primacy.messaging.PublishException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Publishes when it is told to, and says what was heard. */
@Path("faults/events")
@ApplicationScoped
public class EventResource {
  @Inject @ClusterWide Event<Counted> events;
  @Inject EventProbe probe;

  /** Publishes so many, as fast as it can or with a pause after each. */
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  public JsonObject publish(
      @QueryParam("run") int run,
      @QueryParam("count") int count,
      @QueryParam("pause") int pauseMillis) {
    EventEnvelope from = EventEnvelope.of(System.getProperty("primacy.node.name"));
    int failed = 0;
    long began = SystemClocks.INSTANCE.nanos();
    for (int number = 1; number <= count; number++) {
      try {
        events.fire(new Counted(from, run, number, SystemClocks.INSTANCE.nanos()));
      } catch (PublishException notTaken) {
        failed++;
      }
      if (pauseMillis > 0) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pauseMillis));
      }
    }
    long took = TimeUnit.NANOSECONDS.toMillis(SystemClocks.INSTANCE.nanos() - began);
    return Json.createObjectBuilder().add("failed", failed).add("millis", took).build();
  }

  /** What was heard until now. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public JsonObject report() {
    return probe.report();
  }
}
