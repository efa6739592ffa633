package dev.primacy.core.gate;

/**
 * What became of a guarded call, where that is counted by whoever asked the gate. That a call was
 * let in the gate counts by itself.
 *
 * @since 0.1
 */
public enum GuardOutcome {
  /** It was refused. */
  REJECTED,
  /** It was refused, and its caller sent to the primary. */
  REDIRECTED,
  /** It was left out, as its guard asks for. */
  SKIPPED,
  /** It was let in, and the role may have ended before it did. */
  LOST
}
