package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.NodeId;
import java.time.Instant;

/**
 * A group is gone: it was dropped, or its record was removed from the store. Told exactly once;
 * again only if a record that was removed is there again, and then goes.
 *
 * @param group the group
 * @param node this node
 * @param seq counted from 1 at every start, per group
 * @param at when this node learned of it, by its own wall clock
 * @since 0.1
 */
@EventId(1128)
public record GroupDropped(String group, NodeId node, long seq, Instant at) implements GroupEvent {

  /** Checks the components. */
  public GroupDropped {
    requireNonNull(group, "group");
    requireNonNull(node, "node");
    requireNonNull(at, "at");
  }
}
