package dev.primacy.core.gate;

import dev.primacy.NotPrimaryException;
import dev.primacy.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The gate of one group: one immutable snapshot behind one volatile field.
 *
 * @since 0.1
 */
@SuppressWarnings("ReferenceEquality") // identity is what snapshots and tokens are told apart by
public final class LeaseGate implements Gate {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final String group;
  private final Clocks clocks;
  private final Refusals refusals;
  private final InFlight inFlight = new InFlight();

  // written by the lease thread only
  private volatile Admission admission;

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
    this.refusals = new Refusals(group, this, facts);
    this.admission = initial;
  }

  /**
   * What calls are judged by from now on.
   *
   * @param next the snapshot
   */
  public void publish(Admission next) {
    admission = next;
  }

  /**
   * The calls under way.
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

  @Override
  public @Nullable Admission tryEnter(long minRemainingNanos) {
    inFlight.enter();
    Admission admitted = check(minRemainingNanos);
    if (admitted == null) {
      inFlight.leave();
    }
    return admitted;
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

  @Override
  public void leave() {
    inFlight.leave();
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
  public Refusal refusal() {
    return refusals.refusal();
  }

  @Override
  public NotPrimaryException refuse(String target) {
    return refusals.exception(target);
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
