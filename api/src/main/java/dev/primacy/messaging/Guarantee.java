package dev.primacy.messaging;

/**
 * How often an event is handled at most, or at least.
 *
 * @since 0.1
 */
public enum Guarantee {
  /** Once, or not at all. */
  AT_MOST_ONCE,
  /** Once or oftener; the id of the event's envelope tells a repetition. */
  AT_LEAST_ONCE
}
