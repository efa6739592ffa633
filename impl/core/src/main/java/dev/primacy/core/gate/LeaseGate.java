package dev.primacy.core.gate;

import static java.util.Objects.requireNonNull;

import dev.primacy.ClusterNode;
import dev.primacy.NotPrimaryException;
import dev.primacy.Refusal;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * The gate of one group: one immutable snapshot behind one volatile field.
 *
 * @since 0.1
 */
@SuppressWarnings("ReferenceEquality") // identity is what snapshots and tokens are told apart by
public final class LeaseGate implements Gate {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private static final AtomicReferenceFieldUpdater<LeaseGate, CountDownLatch> BELL =
      AtomicReferenceFieldUpdater.newUpdater(LeaseGate.class, CountDownLatch.class, "bell");

  private static final AtomicReferenceFieldUpdater<LeaseGate, GuardTally> TALLY =
      AtomicReferenceFieldUpdater.newUpdater(LeaseGate.class, GuardTally.class, "tally");

  private final String group;
  private final Clocks clocks;
  private final RefusalFacts facts;

  // both written by the lease thread only; the count before the first snapshot of its tenure
  private volatile InFlight inFlight = new InFlight();
  private volatile Admission admission;

  /** What those who wait are woken by, once; made by the first of them. */
  private volatile @Nullable CountDownLatch bell;

  /** Made with the first call that is counted: of ten thousand groups most are never called. */
  private volatile @Nullable GuardTally tally;

  private volatile boolean over;

  /**
   * Makes a gate.
   *
   * @param group the group's name
   * @param clocks both clocks
   * @param facts what a refusal tells
   * @param initial what it starts with, {@link Admission#CLOSED} or {@link Admission#STANDALONE}
   */
  public LeaseGate(String group, Clocks clocks, RefusalFacts facts, Admission initial) {
    this.group = group;
    this.clocks = clocks;
    this.facts = facts;
    this.admission = initial;
  }

  /**
   * What calls are judged by from now on. Wakes those who wait, without waiting for anybody.
   *
   * @param next the snapshot
   */
  public void publish(Admission next) {
    if (next.token() != null && !inFlight.counts(next)) {
      inFlight = inFlight.next(next.token());
    }
    admission = next;
    if (next.open()) {
      ring();
    }
  }

  private void ring() {
    CountDownLatch waitedFor = bell == null ? null : BELL.getAndSet(this, null);
    if (waitedFor != null) {
      waitedFor.countDown();
    }
  }

  /** Nobody waits any more: whoever is not let in now is refused. */
  public void endWaiting() {
    over = true;
    ring();
  }

  /**
   * The calls of the present tenure that are under way, or of the last one if there is none.
   *
   * @return their count
   */
  public InFlight inFlight() {
    return inFlight;
  }

  @Override
  public String group() {
    return group;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Who finds the gate closed need not be counted. A tenure that begins between the count and
   * the check has a count of its own.
   */
  @Override
  public @Nullable Admission tryEnter(long minRemainingNanos) {
    if (!admission.open()) {
      return null;
    }
    InFlight calls = inFlight;
    calls.enter();
    Admission admitted = check(minRemainingNanos);
    if (admitted != null && calls.counts(admitted)) {
      return admitted;
    }
    calls.turnAway();
    return admitted == null ? null : tryEnter(minRemainingNanos);
  }

  @Override
  public @Nullable Admission awaitEntry(long minRemainingNanos, long patienceNanos) {
    long began = clocks.nanos();
    while (true) {
      // before the gate is asked: what opens it after that rings this one
      CountDownLatch next = nextBell();
      Admission admitted = tryEnter(minRemainingNanos);
      if (admitted != null || over || !rings(next, patienceNanos - (clocks.nanos() - began))) {
        return admitted;
      }
    }
  }

  private CountDownLatch nextBell() {
    CountDownLatch made = new CountDownLatch(1);
    while (true) {
      CountDownLatch present = bell;
      if (present != null) {
        return present;
      }
      if (BELL.compareAndSet(this, null, made)) {
        return made;
      }
    }
  }

  private boolean rings(CountDownLatch bell, long nanos) {
    try {
      return nanos > 0 && clocks.await(bell, nanos);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>The order is that of rule R4. The wall clock is read before the monotonic one: a pause
   * between them has to be seen by the one that cannot be set back. The field is read again after
   * both, or a role given up during a pause could be taken for one that stands, since its lease is
   * renewed all the same.
   */
  @Override
  public @Nullable Admission check(long minRemainingNanos) {
    Admission seen = admission;
    if (seen.token() == null || !seen.open()) {
      return seen == Admission.STANDALONE ? seen : null;
    }
    if (!lasts(seen, minRemainingNanos)) {
      return null;
    }
    Admission again = admission;
    return again.open() && sameTenure(again, seen) ? seen : null;
  }

  private boolean lasts(Admission seen, long minRemainingNanos) {
    return clocks.millis() + minRemainingNanos / NANOS_PER_MILLI < seen.millisDeadline()
        // by subtraction: the monotonic clock may wrap
        && seen.nanosDeadline() - clocks.nanos() > minRemainingNanos;
  }

  /**
   * {@inheritDoc}
   *
   * <p>A call of an earlier tenure is not waited for any more.
   */
  @Override
  public void leave(Admission admitted) {
    InFlight calls = inFlight;
    if (calls.counts(admitted)) {
      calls.leave();
    }
  }

  @Override
  public void turnAway(Admission admitted) {
    InFlight calls = inFlight;
    if (calls.counts(admitted)) {
      calls.turnAway();
    }
  }

  @Override
  public void count(GuardOutcome outcome) {
    tally().count(outcome);
  }

  @Override
  public GuardCounts counts() {
    long admitted = inFlight.admitted();
    GuardTally counted = tally;
    return counted == null && admitted == 0 ? GuardCounts.NONE : tally().counts(admitted);
  }

  private GuardTally tally() {
    GuardTally known = tally;
    if (known != null) {
      return known;
    }
    GuardTally made = new GuardTally();
    return TALLY.compareAndSet(this, null, made) ? made : requireNonNull(tally);
  }

  /**
   * {@inheritDoc}
   *
   * <p>A gate that is closed by choice still stands for the calls under way, until the token is
   * burned: that is what they are given time for. Standalone, nobody else can have taken over.
   */
  @Override
  public boolean stands(Admission admitted) {
    if (admitted == Admission.STANDALONE) {
      return true;
    }
    Admission now = admission;
    return now.token() != null
        && sameTenure(now, admitted)
        && lasts(now, 0)
        && sameTenure(admission, admitted);
  }

  /** One token object per tenure: identity is what tells one from the next, and costs nothing. */
  private static boolean sameTenure(Admission one, Admission other) {
    return one.token() == other.token();
  }

  @Override
  public Optional<ClusterNode> primary() {
    return facts.primary();
  }

  @Override
  public Refusal refusal() {
    return refusals().refusal();
  }

  @Override
  public NotPrimaryException refuse(String target) {
    return refusals().exception(target);
  }

  /** Made when needed: it is gone with the call, and most gates refuse nobody. */
  private Refusals refusals() {
    return new Refusals(group, this, facts);
  }

  /**
   * The snapshot as published, whether or not its lease stands.
   *
   * @return the snapshot
   */
  public Admission published() {
    return admission;
  }
}
