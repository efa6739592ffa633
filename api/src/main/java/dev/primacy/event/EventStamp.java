package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.NodeId;
import java.time.Instant;

/**
 * What Primacy adds to an event when it is published; nobody else can.
 *
 * @param id never the same for two events: a ULID, in ascending order within one node
 * @param node the node that published it
 * @param seq its place among those of its type that this node published, from 1 at every start
 * @param at when it was published, by that node's wall clock
 * @since 0.1
 */
public record EventStamp(String id, NodeId node, long seq, Instant at) {

  /** Checks the components. */
  public EventStamp {
    requireNonNull(id, "id");
    requireNonNull(node, "node");
    requireNonNull(at, "at");
  }
}
