package dev.primacy.control;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Something is wrong, and will be told to be over when it is. Two alarms are the same if kind and
 * subject are.
 *
 * @param kind what
 * @param subject about whom: a group, a node of a group as {@code group/node}, or a store
 * @param text one sentence for people
 * @param raisedAt since when, by this node's wall clock
 * @since 0.1
 */
public record Alarm(AlarmKind kind, String subject, String text, Instant raisedAt) {

  /** Checks the components. */
  public Alarm {
    requireNonNull(kind, "kind");
    requireNonNull(subject, "subject");
    requireNonNull(text, "text");
    requireNonNull(raisedAt, "raisedAt");
  }
}
