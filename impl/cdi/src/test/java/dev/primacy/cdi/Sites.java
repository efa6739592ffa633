package dev.primacy.cdi;

import dev.primacy.Fence;
import dev.primacy.OnSecondary;
import dev.primacy.core.gate.Gate;

/** Guarded methods without a deployment. */
final class Sites {
  private Sites() {}

  @SuppressWarnings("UnusedMethod")
  private static void post() {}

  /** Of the group whose gate it is. */
  static GuardedMethod post(Gate gate) {
    return of(Sites.class, "post", gate);
  }

  static GuardedMethod of(Class<?> type, String method, Gate gate) {
    GuardSpec spec = new GuardSpec(gate.group(), OnSecondary.REJECT, 0, Fence.NONE, 0, 503, false);
    try {
      return new GuardedMethod(
          type, type.getDeclaredMethod(method), spec, gate, new WaitingRoom(0), false);
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }
}
