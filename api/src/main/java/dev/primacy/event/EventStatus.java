package dev.primacy.event;

/**
 * What an event says of the state it tells of.
 *
 * @since 0.1
 */
public enum EventStatus {
  /** What it tells of is under way. */
  IN_PROGRESS,
  /** A state that was told before and is told again. */
  CACHED,
  /** What it tells of failed. */
  ERROR,
  /** New: told as it happens. */
  NO_CACHE
}
