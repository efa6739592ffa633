package dev.primacy.cdi;

import dev.primacy.FencingToken;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.gate.CallUnderWay;
import dev.primacy.core.gate.Gate;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The calls that go on without a thread of their own: suspended ones, and stages. Known by weak
 * references, so that one whose request was dropped by everybody is noticed and counted out.
 */
@SuppressWarnings("ReferenceEquality") // there is one gate per group
final class DetachedCalls {
  private static final Set<Mark> UNDER_WAY = ConcurrentHashMap.newKeySet();
  private static final ReferenceQueue<CallScope.Call> FORGOTTEN = new ReferenceQueue<>();

  private DetachedCalls() {}

  /** What is kept of a call by whoever must not keep it. */
  static final class Mark extends WeakReference<CallScope.Call> {
    private final GuardedMethod method;
    private final Admission admission;

    private Mark(CallScope.Call call) {
      super(call, FORGOTTEN);
      this.method = call.method();
      this.admission = call.admission();
    }

    /** Once, whether it is the call itself that leaves or the sweep that missed it. */
    void leave() {
      if (UNDER_WAY.remove(this)) {
        method.gate().leave(admission);
      }
    }

    private boolean isUnder(Gate gate, FencingToken token) {
      return method.gate() == gate && token.equals(admission.token());
    }

    private CallUnderWay told() {
      return new CallUnderWay(method.name(), Optional.empty(), admission);
    }
  }

  static CallScope.Call begin(GuardedMethod method, Admission admission) {
    sweep();
    CallScope.Call call = new CallScope.Call(method, admission, Mark::new);
    if (call.mark() instanceof Mark mark) {
      UNDER_WAY.add(mark);
    }
    return call;
  }

  /** Counts out what nobody can end any more. */
  static void sweep() {
    Reference<?> gone = FORGOTTEN.poll();
    while (gone != null) {
      if (gone instanceof Mark forgotten) {
        forgotten.leave();
      }
      gone = FORGOTTEN.poll();
    }
  }

  static List<CallUnderWay> of(Gate gate, FencingToken token) {
    return UNDER_WAY.stream().filter(mark -> mark.isUnder(gate, token)).map(Mark::told).toList();
  }
}
