package dev.primacy.core.gate;

import dev.primacy.NotPrimaryException;
import dev.primacy.Refusal;
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
   * @return the snapshot it was admitted by, to be given to {@link #stands}, and then {@link
   *     #leave} must be called exactly once; null if it is refused
   */
  @Nullable Admission tryEnter(long minRemainingNanos);

  /**
   * Judges without counting: for a guard inside another one, which is counted already, and for
   * readers.
   *
   * @param minRemainingNanos how long the lease has to last at least; 0 for any time
   * @return the snapshot; null if a call would be refused
   */
  @Nullable Admission check(long minRemainingNanos);

  /** Counts a call out. */
  void leave();

  /**
   * The exit check: whether the role under which a call was admitted certainly lasted until now.
   *
   * @param admission what {@link #tryEnter} or {@link #check} returned
   * @return true if its token is still the one held and its lease stands; false if it may have
   *     ended meanwhile
   */
  boolean stands(Admission admission);

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
