package dev.primacy.cdi;

import dev.primacy.FencingToken;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.gate.CallUnderWay;
import dev.primacy.core.gate.CallsUnderWay;
import dev.primacy.core.gate.Gate;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the frames of other threads: which guarded calls they are inside of. A call pays
 * nothing for it but one look at its own frame when it leaves, since whoever asks does so only when
 * a drain took too long.
 */
@SuppressWarnings("ReferenceEquality") // of gates and of calls, which are what they are
final class ThreadsInCalls implements CallsUnderWay {
  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(Object[].class);

  /** In the place of the call that may be told; of a JDK class, as all that stays in a frame. */
  private static final Object PENDING = "pending";

  private static final Set<Seen> THREADS = ConcurrentHashMap.newKeySet();
  private static final ReferenceQueue<Thread> ENDED = new ReferenceQueue<>();

  ThreadsInCalls() {}

  /** A thread that was in a guarded call at some time. */
  private static final class Seen extends WeakReference<Thread> {
    private final @Nullable Object[] frame;

    Seen(Thread thread, @Nullable Object[] frame) {
      super(thread, ENDED);
      this.frame = frame;
    }
  }

  /** A call that a thread is inside of. */
  private record Inside(Object call, GuardedMethod method, Admission admission) {}

  /** The frame of this thread, once. */
  static @Nullable Object[] newFrame() {
    for (Reference<?> ended = ENDED.poll(); ended != null; ended = ENDED.poll()) {
      THREADS.remove(ended);
    }
    @Nullable Object[] frame = new @Nullable Object[CallScope.SLOTS];
    THREADS.add(new Seen(Thread.currentThread(), frame));
    return frame;
  }

  @Override
  public void sweep() {
    DetachedCalls.sweep();
  }

  @Override
  public List<CallUnderWay> of(Gate gate, FencingToken token) {
    List<CallUnderWay> found = new ArrayList<>(DetachedCalls.of(gate, token));
    for (Seen seen : THREADS) {
      Thread thread = seen.get();
      Inside inside = outermost(seen.frame, gate, token);
      if (thread != null && inside != null) {
        Optional<String> name = Optional.of(thread.getName());
        found.add(new CallUnderWay(inside.method.name(), name, inside.admission));
      }
    }
    return found;
  }

  @Override
  public List<String> interrupt(Gate gate, FencingToken token) {
    List<String> told = new ArrayList<>();
    for (Seen seen : THREADS) {
      Thread thread = seen.get();
      if (thread != null && outermost(seen.frame, gate, token) != null) {
        if (tell(thread, seen.frame, gate, token)) {
          told.add(thread.getName());
        }
      }
    }
    return told;
  }

  /**
   * Interrupts a thread unless the call has left. To look at its stack stops the thread for a
   * moment: what it wrote before is seen here then, and what it reads after is what was written
   * here. So of a call that is leaving, either it is seen here that it has left, or the call sees
   * that it has to {@link #settle}, and waits for the lock.
   */
  private static boolean tell(
      Thread thread, @Nullable Object[] frame, Gate gate, FencingToken token) {
    synchronized (frame) {
      Object before = frame[CallScope.TOLD];
      SLOT.setVolatile(frame, CallScope.TOLD, PENDING);
      StackTraceElement[] stack = thread.getStackTrace();
      Inside inside = outermost(frame, gate, token);
      boolean tells = inside != null && inside.call != before && isRunning(inside, stack);
      if (tells) {
        thread.interrupt();
      }
      // a call of another group on the same thread may have been told before, and has to settle
      frame[CallScope.TOLD] = tells && inside != null ? inside.call : before;
      return tells;
    }
  }

  /**
   * A request marks its thread before and after its method as well, and a server may have taken it
   * to another thread in a way that nobody knows of.
   */
  private static boolean isRunning(Inside inside, StackTraceElement[] stack) {
    String type = inside.method.method().getDeclaringClass().getName();
    String method = inside.method.method().getName();
    return inside.call instanceof GuardedMethod
        || Arrays.stream(stack)
            .anyMatch(at -> at.getClassName().equals(type) && at.getMethodName().equals(method));
  }

  /**
   * A call has left: an interrupt that was meant for it must not reach what its thread does next.
   */
  static void settle(@Nullable Object[] frame, @Nullable Object left) {
    if (SLOT.getOpaque(frame, CallScope.TOLD) != null) {
      settleTold(frame, left);
    }
  }

  private static void settleTold(@Nullable Object[] frame, @Nullable Object left) {
    synchronized (frame) {
      Object told = frame[CallScope.TOLD];
      if (told != null && (told == left || left == PENDING)) {
        var unused = Thread.interrupted();
        frame[CallScope.TOLD] = null;
      }
    }
  }

  /** The one that was counted; null if the thread is in none that was let in so. */
  private static @Nullable Inside outermost(
      @Nullable Object[] frame, Gate gate, FencingToken token) {
    Object call = SLOT.getVolatile(frame, CallScope.CALL);
    Inside found = call == null ? null : inside(call, frame[CallScope.ADMISSION], gate, token);
    Object around = frame[CallScope.AROUND];
    while (around instanceof CallScope.Around outer) {
      Inside further = inside(outer.call(), outer.admission(), gate, token);
      found = further == null ? found : further;
      around = outer.around();
    }
    return found;
  }

  private static @Nullable Inside inside(
      Object call, @Nullable Object admission, Gate gate, FencingToken token) {
    Inside inside = inside(call, admission);
    return inside != null && inside.method.gate() == gate && token.equals(inside.admission.token())
        ? inside
        : null;
  }

  private static @Nullable Inside inside(Object call, @Nullable Object admission) {
    if (call instanceof GuardedMethod method && admission instanceof Admission judged) {
      return new Inside(call, method, judged);
    }
    CallScope.Call request = CallScope.request(call);
    return request != null && request.isUnderWay()
        ? new Inside(call, request.method(), request.admission())
        : null;
  }
}
