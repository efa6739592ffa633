package dev.primacy;

/**
 * What becomes of the firings of a {@link PrimarySchedule} that nobody could start when they were
 * due: while the group had no primary, while the store could not be reached, or while the firing
 * before them was still running.
 *
 * @since 0.1
 */
public enum MissedFirings {
  /** They are not run; the schedule goes on with the next one that is due. */
  SKIP,

  /**
   * The latest of them is run once, for all of them, as soon as somebody can; as persistent EJB
   * timers do.
   */
  ONCE,

  /**
   * Each is run, one after the other in their order, as soon as somebody can; but of more than a
   * hundred only the latest hundred.
   */
  ALL
}
