package dev.primacy.history;

import static java.util.Objects.requireNonNull;

import dev.primacy.NodeId;
import dev.primacy.event.ClusterEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * An event that was recorded.
 *
 * @param number its place among those that this node recorded, from 1 at every start; 0 if it comes
 *     from the archive
 * @param id a ULID: that of its envelope, or one that it was given when it was recorded
 * @param eventId the number of its type, see {@link dev.primacy.event.EventId}
 * @param type the name of its class
 * @param origin that of its envelope; of others the group, the name of the node it tells of, or
 *     {@code primacy}
 * @param node the node that told or published it
 * @param at when, by that node's wall clock; for people, never for ordering
 * @param text what it tells, as JSON or in words; of long ones the beginning
 * @param event the event; empty if it comes from the archive
 * @since 0.1
 */
public record PastEvent(
    long number,
    String id,
    int eventId,
    String type,
    String origin,
    NodeId node,
    Instant at,
    String text,
    Optional<ClusterEvent> event) {

  /** Where {@link #origin} is neither a group nor a node. */
  public static final String PRIMACY = "primacy";

  /** How many characters {@link #text} has at most. */
  public static final int LONGEST_TEXT = 4096;

  /** Checks the components. */
  public PastEvent {
    requireNonNull(id, "id");
    requireNonNull(type, "type");
    requireNonNull(origin, "origin");
    requireNonNull(node, "node");
    requireNonNull(at, "at");
    requireNonNull(text, "text");
    requireNonNull(event, "event");
  }
}
