package dev.primacy.history;

/**
 * What of an event a text is compared with.
 *
 * @since 0.1
 */
public enum EventField {
  /** {@link PastEvent#text}: all it tells. */
  TEXT,
  /** {@link PastEvent#origin}. */
  ORIGIN,
  /** {@link PastEvent#type}: the name of its class. */
  TYPE,
  /** The name of the node that told or published it. */
  NODE
}
