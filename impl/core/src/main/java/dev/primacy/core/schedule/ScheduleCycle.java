package dev.primacy.core.schedule;

import dev.primacy.FencingToken;
import dev.primacy.Firing;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.gate.Clocks;
import dev.primacy.core.gate.Gate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One schedule on one node: asked again and again, it runs what is due.
 *
 * <p>The order of a firing, each step of which closes a hole: the gate counts it in and lets it in,
 * so that a drain waits for it; it is claimed in the store, so that nobody starts it again; the
 * role is found to stand still, since the claim may have taken long; then it runs. One thread at a
 * time; the caller sees to that.
 *
 * @since 0.1
 */
public final class ScheduleCycle {
  /** A clock may have been set: nobody waits longer than this without looking at it. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private static final Duration RETRY = Duration.ofMillis(500);

  /** Clocks of two nodes may differ by so much without a warning. */
  private static final Duration USUAL_SKEW = Duration.ofMinutes(1);

  private final SchedulePlan plan;
  private final DueFirings due;
  private final Gate gate;
  private final FiringClaims claims;
  private final Clocks clocks;
  private final ScheduledWork work;
  private final ScheduleListener listener;

  /** Under what the store was told to begin; null if it has to be told anew. */
  private @Nullable Tenure tenure;

  /** Whether the listener knows that the store does not answer. */
  private boolean complained;

  private static final class Tenure {
    final Optional<FencingToken> token;
    Instant upTo;
    Instant busyUntil;

    Tenure(Optional<FencingToken> token, Instant upTo, Instant busyUntil) {
      this.token = token;
      this.upTo = upTo;
      this.busyUntil = busyUntil;
    }
  }

  /**
   * Makes a schedule that does nothing before {@link #turn}.
   *
   * @param plan what it is
   * @param gate the group's
   * @param claims the schedule's
   * @param clocks all time
   * @param work what it runs
   * @param listener hears what becomes of firings
   */
  public ScheduleCycle(
      SchedulePlan plan,
      Gate gate,
      FiringClaims claims,
      Clocks clocks,
      ScheduledWork work,
      ScheduleListener listener) {
    this.plan = plan;
    this.due = new DueFirings(plan.timetable(), plan.missed());
    this.gate = gate;
    this.claims = claims;
    this.clocks = clocks;
    this.work = work;
    this.listener = listener;
  }

  /**
   * Runs at most one firing. Blocks while it runs, and while the store is asked.
   *
   * @return how long until it has to be called again at the latest; earlier does no harm, and is
   *     needed when this node becomes the primary
   */
  public Duration turn() {
    Admission admission = gate.tryEnter(0);
    if (admission == null) {
      return pause();
    }
    try {
      return admission.readOnly() ? pause() : turn(admission);
    } finally {
      gate.leave(admission);
    }
  }

  /** Nothing runs here for now; what was settled meanwhile is asked for again. */
  private Duration pause() {
    tenure = null;
    return waitFrom(now());
  }

  private Duration turn(Admission admission) {
    Optional<FencingToken> token = Optional.ofNullable(admission.token());
    Tenure current = tenure;
    if (current == null || !current.token.equals(token)) {
      tenure = null;
      return begin(token);
    }
    Instant now = now();
    Optional<DueFirings.Choice> choice = due.choose(current.upTo, current.busyUntil, now);
    return choice.isEmpty()
        ? waitFrom(later(current.upTo, now))
        : proceed(choice.get(), current, admission);
  }

  private Duration begin(Optional<FencingToken> token) {
    Instant now = now();
    ClaimOutcome outcome = claims.begin(token, now);
    if (outcome instanceof ClaimOutcome.Settled settled) {
      if (settled.upTo().isAfter(now.plus(USUAL_SKEW))) {
        listener.ahead(settled.upTo(), now);
      }
      complained = false;
      tenure = new Tenure(token, settled.upTo(), now);
      return Duration.ZERO;
    }
    return notClaimed(outcome);
  }

  private Duration proceed(DueFirings.Choice choice, Tenure current, Admission admission) {
    Instant firing = choice.firing();
    if (firing == null) {
      passOver(choice);
      current.upTo = choice.upTo();
      return Duration.ZERO;
    }
    ClaimOutcome outcome = claims.claim(current.token, firing);
    if (outcome instanceof ClaimOutcome.Settled settled) {
      current.upTo = later(settled.upTo(), current.upTo);
      return Duration.ZERO;
    }
    if (!(outcome instanceof ClaimOutcome.Claimed)) {
      return notClaimed(outcome);
    }
    complained = false;
    current.upTo = firing;
    passOver(choice);
    run(new Firing(plan.name(), plan.group(), firing, current.token, choice.late()), admission);
    current.busyUntil = now();
    return Duration.ZERO;
  }

  private void passOver(DueFirings.Choice choice) {
    Instant from = choice.passedFrom();
    if (from != null) {
      listener.passedOver(from, choice.upTo());
    }
  }

  private void run(Firing firing, Admission admission) {
    if (!gate.stands(admission)) {
      listener.givenUp(firing);
      return;
    }
    try {
      work.run(firing, admission);
    } catch (Exception | LinkageError | AssertionError failure) {
      if (failure instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      listener.failed(firing, failure);
    }
    if (!gate.stands(admission)) {
      listener.outlived(firing);
    }
  }

  private Duration notClaimed(ClaimOutcome outcome) {
    if (outcome instanceof ClaimOutcome.Unanswered unanswered && !complained) {
      complained = true;
      listener.unanswered(unanswered.reason());
    }
    return RETRY;
  }

  private Duration waitFrom(Instant settled) {
    Duration wait =
        plan.timetable()
            .next(settled)
            .map(next -> Duration.between(now(), next))
            .orElse(LONGEST_WAIT);
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  private Instant now() {
    return Instant.ofEpochMilli(clocks.millis());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
