package dev.primacy.core.gate;

import dev.primacy.ClusterNode;
import dev.primacy.NotPrimaryException;
import dev.primacy.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the guard of one group asks, at the start and at the end of every guarded call. Safe on any
 * thread, without a lock and without allocation except for refusals.
 *
 * @since 0.1
 */
public interface Gate {

  /**
   * The group's name.
   *
   * @return the name
   */
  String group();

  /**
   * Counts the call in, judges it by rule R4, and counts it out again if it is refused.
   *
   * @param minRemainingNanos how long the lease has to last at least; 0 for any time
   * @return the snapshot it was admitted by, to be given to {@link #stands} and then, exactly once,
   *     to {@link #leave}; null if it is refused
   */
  @Nullable Admission tryEnter(long minRemainingNanos);

  /**
   * Like {@link #tryEnter}, asked again whenever this node has become primary or has renewed its
   * lease: lets nothing in that {@code tryEnter} would not. Blocks this thread meanwhile, and no
   * other.
   *
   * @param minRemainingNanos how long the lease has to last at least; 0 for any time
   * @param patienceNanos how long to wait at most
   * @return as {@code tryEnter}; null as soon as the time is over, the thread is interrupted (which
   *     it stays) or nothing can change any more, as when the application stops
   */
  default @Nullable Admission awaitEntry(long minRemainingNanos, long patienceNanos) {
    return tryEnter(minRemainingNanos);
  }

  /**
   * Judges without counting: for a guard inside another one, which is counted already, and for
   * readers.
   *
   * @param minRemainingNanos how long the lease has to last at least; 0 for any time
   * @return the snapshot; null if a call would be refused
   */
  @Nullable Admission check(long minRemainingNanos);

  /**
   * Counts a call out.
   *
   * @param admission what {@link #tryEnter} returned
   */
  void leave(Admission admission);

  /**
   * Counts a call out that was let in and is refused all the same, for a reason of its guard's own:
   * it does not count as allowed.
   *
   * @param admission what {@link #tryEnter} returned
   */
  default void turnAway(Admission admission) {
    leave(admission);
  }

  /**
   * Counts what became of a call; for figures only.
   *
   * @param outcome what became of it
   */
  default void count(GuardOutcome outcome) {}

  /**
   * What became of all calls.
   *
   * @return none of these numbers ever falls
   */
  default GuardCounts counts() {
    return GuardCounts.NONE;
  }

  /**
   * The exit check: whether the role under which a call was admitted certainly lasted until now.
   *
   * @param admission what {@link #tryEnter} or {@link #check} returned
   * @return true if its token is still the one held and its lease stands; false if it may have
   *     ended meanwhile
   */
  boolean stands(Admission admission);

  /**
   * The primary as last seen, and how it describes itself.
   *
   * @return empty if there is none or none is known; a hint, never a proof
   */
  default Optional<ClusterNode> primary() {
    return Optional.empty();
  }

  /**
   * The facts for a refusal, as of now.
   *
   * @return the facts
   */
  Refusal refusal();

  /**
   * The exception of a refusal.
   *
   * @param target what was called, class and method
   * @return the numbered, stackless exception
   */
  NotPrimaryException refuse(String target);
}
