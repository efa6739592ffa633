package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.NodeId;
import java.time.Instant;

/**
 * The settings of a group changed in the store, or its records are of another format than this node
 * reads.
 *
 * @param group the group
 * @param node this node
 * @param seq counted from 1 at every start, per group
 * @param alteration what changed
 * @param detail what changed to what, in one sentence for people
 * @param at when this node learned of it, by its own wall clock
 * @since 0.1
 */
@EventId(1127)
public record GroupAltered(
    String group, NodeId node, long seq, Alteration alteration, String detail, Instant at)
    implements GroupEvent {

  /** Checks the components. */
  public GroupAltered {
    requireNonNull(group, "group");
    requireNonNull(node, "node");
    requireNonNull(alteration, "alteration");
    requireNonNull(detail, "detail");
    requireNonNull(at, "at");
  }

  /** What changed of a group. */
  public enum Alteration {
    /** Its election policy, or another setting that all its nodes have to share. */
    SETTINGS,
    /** An operator froze it, or thawed it. */
    FROZEN,
    /** A record cannot be decoded: its format is another one. */
    FORMAT
  }
}
