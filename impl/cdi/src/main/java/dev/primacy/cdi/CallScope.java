package dev.primacy.cdi;

import dev.primacy.core.gate.Admission;
import dev.primacy.core.gate.Gate;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The guarded call a thread is inside of. Of a filter and an interceptor, or of two guarded beans
 * that call each other, only the outer one is counted for the drain; and a call that was let in may
 * finish its inner guarded calls while the gate already drains, as long as the role it was let in
 * under stands.
 *
 * <p><b>A layer around a request</b> (the REST filter) calls {@code gate.tryEnter} and hands the
 * admission to {@link #open}, or to {@link #openDetached} if the response may be made on another
 * thread ({@code @Suspended}, {@code CompletionStage}); keeps the {@link Call} with the request;
 * and calls {@link Call#leave} once the response is made, on whichever thread that is. Guarded
 * calls on other threads see no outer one: they are judged and counted for themselves, which is
 * right too.
 *
 * <p><b>A layer around a method call</b> (the interceptor) does without a {@code Call}: it saves
 * and restores the frame of its thread, so that it allocates nothing.
 *
 * @since 0.1
 */
public final class CallScope {
  static final int OWNER = 0;
  static final int ADMISSION = 1;

  /**
   * What a thread keeps is made of the JDK's classes, and cleared when the call ends: a pooled
   * thread of a server must not hold the class loader of an application that is gone.
   */
  private static final ThreadLocal<@Nullable Object[]> FRAME =
      ThreadLocal.withInitial(() -> new Object[2]);

  private CallScope() {}

  /**
   * Marks this thread as inside a counted call, until {@link Call#leave}; for a request whose
   * response is made on the same thread.
   *
   * @param gate the gate that let it in
   * @param admission what {@code tryEnter} returned
   * @return to be kept with the request
   */
  public static Call open(Gate gate, Admission admission) {
    Call call = new Call(gate, admission);
    @Nullable Object[] frame = FRAME.get();
    frame[OWNER] = call.mark;
    frame[ADMISSION] = null;
    return call;
  }

  /**
   * A counted call that marks no thread, for a request that leaves this one.
   *
   * @param gate the gate that let it in
   * @param admission what {@code tryEnter} returned
   * @return to be kept with the request
   */
  public static Call openDetached(Gate gate, Admission admission) {
    return new Call(gate, admission);
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

  static @Nullable Object[] frame() {
    return FRAME.get();
  }

  static @Nullable Admission outer(@Nullable Object[] frame, Gate gate) {
    Object owner = frame[OWNER];
    if (owner == null) {
      return null;
    }
    if (owner == gate) {
      return (Admission) frame[ADMISSION];
    }
    return owner instanceof WeakReference<?> mark && mark.get() instanceof Call call
        ? call.admissionBy(gate)
        : null;
  }

  /** Written with new values before a call, and with what was there before, after it. */
  static void set(@Nullable Object[] frame, @Nullable Object owner, @Nullable Object admission) {
    frame[OWNER] = owner;
    frame[ADMISSION] = admission;
  }

  /**
   * A request that was let in and counted.
   *
   * @since 0.1
   */
  public static final class Call {
    private final Gate gate;
    private final Admission admission;
    private final AtomicBoolean left = new AtomicBoolean();
    private final WeakReference<Call> mark = new WeakReference<>(this);

    private Call(Gate gate, Admission admission) {
      this.gate = gate;
      this.admission = admission;
    }

    /**
     * The exit check.
     *
     * @return true if the role it was let in under certainly lasted until now
     */
    public boolean stands() {
      return gate.stands(admission);
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
      @Nullable Object[] frame = FRAME.get();
      if (frame[OWNER] == mark) {
        set(frame, null, null);
      }
      gate.leave();
      return true;
    }

    private @Nullable Admission admissionBy(Gate asked) {
      return asked == gate && !left.get() ? admission : null;
    }
  }
}
