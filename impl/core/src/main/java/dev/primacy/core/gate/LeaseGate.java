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
    if (seen.token() == null) {
      return seen == Admission.STANDALONE ? seen : null;
    }
    if (clocks.millis() + minRemainingNanos / NANOS_PER_MILLI >= seen.millisDeadline()) {
      return null;
    }
    // by subtraction: the monotonic clock may wrap
    if (seen.nanosDeadline() - clocks.nanos() <= minRemainingNanos) {
      return null;
    }
    return sameTenure(admission, seen) ? seen : null;
  }

  @Override
  public void leave() {
    inFlight.leave();
  }

  @Override
  public boolean stands(Admission admitted) {
    Admission now = check(0);
    if (now == null || now == Admission.STANDALONE || admitted == Admission.STANDALONE) {
      return now == admitted;
    }
    return sameTenure(now, admitted);
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
