package dev.primacy.rest;

import dev.primacy.FencingToken;
import dev.primacy.cdi.CallScope;
import dev.primacy.cdi.GuardedMethod;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.gate.Gate;
import dev.primacy.core.gate.GuardOutcome;
import org.jspecify.annotations.Nullable;

/** A request that was let in; it waits in the request's properties for its response. */
record GuardedCall(Gate gate, Admission admission, CallScope.Call counted) {

  /** Counted in already. */
  static GuardedCall of(GuardedMethod guarded, Admission admission, boolean leavesItsThread) {
    return new GuardedCall(
        guarded.gate(),
        admission,
        leavesItsThread
            ? CallScope.openDetached(guarded, admission)
            : CallScope.open(guarded, admission));
  }

  /** The token it was let in under; null if there is no cluster. */
  @Nullable FencingToken token() {
    return admission.token();
  }

  /**
   * Counts it out, after the exit check: the other way round, a successor could start between the
   * two.
   *
   * @return whether the role it was let in under certainly lasted until now
   */
  boolean leave() {
    try {
      boolean stood = counted.stands();
      if (!stood) {
        gate.count(GuardOutcome.LOST);
      }
      return stood;
    } finally {
      counted.leave();
    }
  }
}
