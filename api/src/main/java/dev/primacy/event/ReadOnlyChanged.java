package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.NodeId;
import dev.primacy.control.ReadOnlyState;
import java.time.Instant;

/**
 * A group became read-only, writable, or read-only for another cause, as seen in the store.
 *
 * @param group the group's name
 * @param node this node
 * @param seq counted from 1 at every start, contiguous per group
 * @param previous what it was
 * @param current what it is from now on
 * @param at when this node learned of it, by its own wall clock
 * @since 0.1
 */
@EventId(1124)
public record ReadOnlyChanged(
    String group, NodeId node, long seq, ReadOnlyState previous, ReadOnlyState current, Instant at)
    implements GroupEvent {

  /** Checks the components. */
  public ReadOnlyChanged {
    requireNonNull(group, "group");
    requireNonNull(node, "node");
    requireNonNull(previous, "previous");
    requireNonNull(current, "current");
    requireNonNull(at, "at");
  }
}
