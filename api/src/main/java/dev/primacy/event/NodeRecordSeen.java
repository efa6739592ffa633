package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.NodeId;
import dev.primacy.watch.RawRecord;
import java.time.Instant;

/**
 * A node's record, as it stands in the store: told before the {@link NodeJoined} or {@link
 * NodeUpdated} that it leads to, and also if it cannot be decoded. A record that differs in its
 * renewal alone is not told.
 *
 * @param node this node
 * @param seq counted from 1 at every start
 * @param record the record
 * @param at when this node learned of it, by its own wall clock
 * @since 0.1
 */
@EventId(1138)
public record NodeRecordSeen(NodeId node, long seq, RawRecord record, Instant at)
    implements NodeEvent {

  /** Checks the components. */
  public NodeRecordSeen {
    requireNonNull(node, "node");
    requireNonNull(record, "record");
    requireNonNull(at, "at");
  }
}
