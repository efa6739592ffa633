package dev.primacy.faults.probe;

import dev.primacy.FencingToken;
import dev.primacy.Membership;
import dev.primacy.PrimaryOnly;
import dev.primacy.cdi.CallScope;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.runtime.PrimacyRuntime;
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
  @Inject PrimacyRuntime runtime;
  @Inject RecordedWrite write;

  /** Writes to the resource under the token the call was let in under. */
  @POST
  @PrimaryOnly
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response write(@HeaderParam(ArrivalFilter.ARRIVED) long arrived, JsonObject body) {
    return write.under(token(), arrived, body);
  }

  /**
   * The guard's own: whoever asks for the token later asks a second time, and would hide it if the
   * guard had been wrong.
   */
  private FencingToken token() {
    Admission admission = CallScope.outer(runtime.gate(membership.group()));
    if (admission == null || admission.token() == null) {
      throw new IllegalStateException("the call is not guarded");
    }
    return admission.token();
  }
}
