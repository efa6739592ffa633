package dev.primacy.core.gate;

import static java.util.Objects.requireNonNull;

import dev.primacy.FencingToken;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * How many guarded calls of one tenure are under way: two counters that only grow, so that one call
 * costs no contention. A call that never ends is counted in the tenure that let it in, and delays
 * no later one's end.
 *
 * @since 0.1
 */
public final class InFlight {
  private static final class Calls {
    final LongAdder entered = new LongAdder();
    final LongAdder left = new LongAdder();

    /** Entered and left without having been let in: of those that come while the role ends. */
    final LongAdder turnedAway = new LongAdder();

    long admitted() {
      long refused = turnedAway.sum();
      return entered.sum() - refused;
    }
  }

  private static final AtomicReferenceFieldUpdater<InFlight, Calls> CALLS =
      AtomicReferenceFieldUpdater.newUpdater(InFlight.class, Calls.class, "calls");

  /** Made with the first call: of ten thousand groups most are never called. */
  private volatile @Nullable Calls calls;

  private volatile @Nullable Runnable watcher;

  private final @Nullable FencingToken token;

  /** How many calls were let in under earlier tenures. */
  private final long before;

  /** Creates a count of zero, of no tenure. */
  public InFlight() {
    this(null, 0);
  }

  private InFlight(@Nullable FencingToken token, long before) {
    this.token = token;
    this.before = before;
  }

  /** A count of zero, of the tenure that follows. */
  InFlight next(FencingToken following) {
    return new InFlight(following, admitted());
  }

  /** How many calls were let in, from the first tenure on; those about to be judged included. */
  long admitted() {
    Calls made = calls;
    return made == null ? before : before + made.admitted();
  }

  /** Whether a call was let in under this tenure. */
  @SuppressWarnings("ReferenceEquality") // one token object per tenure
  boolean counts(Admission admission) {
    return admission.token() == token;
  }

  /** Counts a call in; before its gate is asked, so that a drain never misses it. */
  public void enter() {
    Calls made = calls;
    (made == null ? firstCalls() : made).entered.increment();
  }

  private Calls firstCalls() {
    Calls made = new Calls();
    return CALLS.compareAndSet(this, null, made) ? made : requireNonNull(calls);
  }

  /** Counts a call out, and tells the watcher if there is one. */
  public void leave() {
    requireNonNull(calls, "nobody entered").left.increment();
    Runnable current = watcher;
    if (current != null) {
      current.run();
    }
  }

  /** Counts a call out that was not let in. */
  void turnAway() {
    requireNonNull(calls, "nobody entered").turnedAway.increment();
    leave();
  }

  /**
   * How many calls are under way. Never too few: those that left are summed first, so that a call
   * that comes and goes in between is seen coming and not going.
   *
   * @return at least the true number once the gate is closed
   */
  public long count() {
    Calls made = calls;
    if (made == null) {
      return 0;
    }
    long gone = made.left.sum();
    return made.entered.sum() - gone;
  }

  /**
   * Has the watcher run after every call that leaves from now on, on that call's thread; it only
   * hands over.
   *
   * @param next who watches; null for nobody
   */
  public void watch(@Nullable Runnable next) {
    watcher = next;
  }
}
