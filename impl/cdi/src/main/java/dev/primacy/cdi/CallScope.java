package dev.primacy.cdi;

import dev.primacy.core.gate.Admission;
import dev.primacy.core.gate.Gate;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The guarded calls a thread is inside of. Of a filter and an interceptor, or of two guarded beans
 * that call each other, only the outer one is counted for the drain; and a call that was let in may
 * finish its inner guarded calls while the gate already drains, as long as the role it was let in
 * under stands.
 *
 * <p><b>A layer around a request</b> (the REST filter) calls {@link GuardedMethod#enter} and hands
 * the admission to {@link #open}, or to {@link #openDetached} if the response may be made on
 * another thread ({@code @Suspended}, {@code CompletionStage}); keeps the {@link Call} with the
 * request; and calls {@link Call#leave} once the response is made, on whichever thread that is.
 * Guarded calls on other threads see no outer one: they are judged and counted for themselves,
 * which is right too.
 *
 * <p><b>A layer around a method call</b> (the interceptor) does without a {@code Call}: it writes
 * into the frame of its thread, so that it allocates nothing unless it is inside another call.
 *
 * @since 0.1
 */
public final class CallScope {
  static final int CALL = 0;
  static final int ADMISSION = 1;
  static final int AROUND = 2;

  /** The call whose thread was interrupted, until it leaves; see {@link ThreadsInCalls}. */
  static final int TOLD = 3;

  static final int SLOTS = 4;

  /**
   * What a thread keeps is made of the JDK's classes, and cleared when the call ends: a pooled
   * thread of a server must not hold the class loader of an application that is gone.
   */
  private static final ThreadLocal<@Nullable Object[]> FRAME =
      ThreadLocal.withInitial(ThreadsInCalls::newFrame);

  private CallScope() {}

  /**
   * A guarded call that is not over.
   *
   * @param method the guarded method
   * @param admission under what it was let in
   * @since 0.1
   */
  public record Running(GuardedMethod method, Admission admission) {}

  /** What a frame held before the call that took its place; the thread is inside of both. */
  record Around(Object call, @Nullable Object admission, @Nullable Around around) {}

  /**
   * Marks this thread as inside a counted call, until {@link Call#leave}; for a request whose
   * response is made on the same thread.
   *
   * @param method the guarded method, whose gate let it in
   * @param admission what {@link GuardedMethod#enter} returned
   * @return to be kept with the request
   */
  public static Call open(GuardedMethod method, Admission admission) {
    Call call = new Call(method, admission);
    @Nullable Object[] frame = FRAME.get();
    set(frame, call.mark, null, null);
    ThreadsInCalls.settle(frame, frame[TOLD]);
    return call;
  }

  /**
   * A counted call that marks no thread, for a request that leaves this one. Should everybody
   * forget it, it is counted out once that is noticed.
   *
   * @param method the guarded method, whose gate let it in
   * @param admission what {@link GuardedMethod#enter} returned
   * @return to be kept with the request
   */
  public static Call openDetached(GuardedMethod method, Admission admission) {
    return DetachedCalls.begin(method, admission);
  }

  /**
   * Does something on this thread as within a call that was let in, and that whoever calls this has
   * counted and counts out.
   *
   * @param method the guarded method, whose gate let it in
   * @param admission what {@code tryEnter} returned
   * @param work what to do
   * @throws Exception what the work throws
   */
  public static void within(GuardedMethod method, Admission admission, Work work) throws Exception {
    @Nullable Object[] frame = FRAME.get();
    Around around = enter(frame, method, admission);
    try {
      work.run();
    } finally {
      leave(frame, around);
    }
  }

  /**
   * Something to do.
   *
   * @since 0.1
   */
  @FunctionalInterface
  public interface Work {

    /**
     * Does it.
     *
     * @throws Exception whatever it likes
     */
    void run() throws Exception;
  }

  /**
   * Under what the call around this one was let in by the same gate.
   *
   * @param gate the gate that is to judge the call within
   * @return null if this thread is in no such call
   */
  public static @Nullable Admission outer(Gate gate) {
    return outer(FRAME.get(), gate);
  }

  /**
   * The guarded calls this thread is inside of, the innermost first. A call within another one of
   * the same group is told only if it asks for a fence.
   *
   * @return a copy; empty outside of any
   */
  public static List<Running> running() {
    @Nullable Object[] frame = FRAME.get();
    Object call = frame[CALL];
    if (call == null) {
      return List.of();
    }
    List<Running> found = new ArrayList<>();
    add(found, call, frame[ADMISSION]);
    for (Around around = (Around) frame[AROUND]; around != null; around = around.around) {
      add(found, around.call, around.admission);
    }
    return found;
  }

  private static void add(List<Running> found, Object call, @Nullable Object admission) {
    Call request = request(call);
    if (call instanceof GuardedMethod method && admission instanceof Admission judged) {
      found.add(new Running(method, judged));
    } else if (request != null && request.isUnderWay()) {
      found.add(new Running(request.method, request.admission));
    }
  }

  static @Nullable Object[] frame() {
    return FRAME.get();
  }

  static @Nullable Admission outer(@Nullable Object[] frame, Gate gate) {
    Object call = frame[CALL];
    if (call == null) {
      return null;
    }
    Admission admission = admission(gate, call, frame[ADMISSION]);
    Around around = (Around) frame[AROUND];
    while (admission == null && around != null) {
      admission = admission(gate, around.call, around.admission);
      around = around.around;
    }
    return admission;
  }

  private static @Nullable Admission admission(Gate gate, Object call, @Nullable Object admission) {
    if (call instanceof GuardedMethod method) {
      return method.gate() == gate ? (Admission) admission : null;
    }
    Call request = request(call);
    return request == null ? null : request.admissionBy(gate);
  }

  static @Nullable Call request(Object call) {
    return call instanceof WeakReference<?> mark && mark.get() instanceof Call found ? found : null;
  }

  /** Puts a call into the frame of its thread, until {@link #leave}. */
  static @Nullable Around enter(
      @Nullable Object[] frame, GuardedMethod method, Admission admission) {
    Object call = frame[CALL];
    Around around =
        call == null ? null : new Around(call, frame[ADMISSION], (Around) frame[AROUND]);
    set(frame, method, admission, around);
    return around;
  }

  /** Puts back what {@link #enter} found. */
  static void leave(@Nullable Object[] frame, @Nullable Around around) {
    Object left = frame[CALL];
    if (around == null) {
      set(frame, null, null, null);
    } else {
      set(frame, around.call, around.admission, around.around);
    }
    ThreadsInCalls.settle(frame, left);
  }

  private static void set(
      @Nullable Object[] frame,
      @Nullable Object call,
      @Nullable Object admission,
      @Nullable Around around) {
    frame[CALL] = call;
    frame[ADMISSION] = admission;
    frame[AROUND] = around;
  }

  /**
   * A request that was let in and counted.
   *
   * @since 0.1
   */
  public static final class Call {
    private final GuardedMethod method;
    private final Admission admission;
    private final AtomicBoolean left = new AtomicBoolean();
    private final WeakReference<Call> mark;

    private Call(GuardedMethod method, Admission admission) {
      this.method = method;
      this.admission = admission;
      this.mark = new WeakReference<>(this);
    }

    /** One that is found by its mark, not by its thread. */
    Call(GuardedMethod method, Admission admission, Function<Call, WeakReference<Call>> mark) {
      this.method = method;
      this.admission = admission;
      this.mark = mark.apply(this);
    }

    GuardedMethod method() {
      return method;
    }

    Admission admission() {
      return admission;
    }

    WeakReference<Call> mark() {
      return mark;
    }

    boolean isUnderWay() {
      return !left.get();
    }

    /**
     * The exit check.
     *
     * @return true if the role it was let in under certainly lasted until now
     */
    public boolean stands() {
      return method.gate().stands(admission);
    }

    /**
     * Counts the call out. Any thread; calls after the first do nothing.
     *
     * @return true for the first call
     */
    public boolean leave() {
      if (!left.compareAndSet(false, true)) {
        return false;
      }
      if (mark instanceof DetachedCalls.Mark detached) {
        detached.leave();
      } else {
        leaveThread();
        method.gate().leave(admission);
      }
      return true;
    }

    private void leaveThread() {
      @Nullable Object[] frame = FRAME.get();
      if (frame[CALL] == mark) {
        set(frame, null, null, null);
        ThreadsInCalls.settle(frame, mark);
      }
    }

    private @Nullable Admission admissionBy(Gate asked) {
      return asked == method.gate() && isUnderWay() ? admission : null;
    }
  }
}
