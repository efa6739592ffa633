package dev.primacy.faults.probe;

import dev.primacy.FencingToken;
import dev.primacy.faults.history.Admission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Notes that a call was let in, waits if it is told to, writes once, and answers what came of it.
 */
@ApplicationScoped
class RecordedWrite {
  /** Some calls, for the defects that not every call shows. */
  private static final int SOME = 20;

  private final AtomicLong count = new AtomicLong();

  @Inject Probe probe;
  @Inject ResourceClient resource;

  Response under(FencingToken token, long arrived, JsonObject body) {
    long entered = probe.now();
    String id = body.getString("id");
    probe.write(new Admission(id, probe.process(), token, arrived, entered));
    hold(body.getInt("hold", 0));
    boolean some = count.incrementAndGet() % SOME == 0;
    if (some && probe.plant() == Plant.FORGETFUL) {
      return answer(Response.Status.OK, token);
    }
    if (probe.plant() == Plant.TWICE) {
      resource.write(id, probe.process(), token);
    }
    Response.Status outcome = resource.write(id, probe.process(), token);
    boolean lie = some && probe.plant() == Plant.LYING;
    return answer(lie ? Response.Status.SERVICE_UNAVAILABLE : outcome, token);
  }

  /** Work between the check and the effect: where a role may end. */
  private void hold(int millis) {
    long end = probe.now() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = end - probe.now(); left > 0; left = end - probe.now()) {
      LockSupport.parkNanos(left);
    }
  }

  private Response answer(Response.Status status, FencingToken token) {
    JsonObject receipt =
        Json.createObjectBuilder()
            .add("process", probe.process())
            .add("scope", token.scope().toString())
            .add("term", token.term())
            .build();
    return Response.status(status).entity(receipt).type(MediaType.APPLICATION_JSON).build();
  }
}
