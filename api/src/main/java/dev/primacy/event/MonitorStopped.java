package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.NodeId;
import dev.primacy.watch.MonitorEnd;
import java.time.Instant;

/**
 * Nothing more is told of nodes: always the last event of its kinds.
 *
 * @param node this node
 * @param seq counted from 1 at every start
 * @param end why
 * @param detail what happened, in one sentence for people; may be empty
 * @param at when this node learned of it, by its own wall clock
 * @since 0.1
 */
@EventId(3037)
public record MonitorStopped(NodeId node, long seq, MonitorEnd end, String detail, Instant at)
    implements OperationalEvent {

  /** Checks the components. */
  public MonitorStopped {
    requireNonNull(node, "node");
    requireNonNull(end, "end");
    requireNonNull(detail, "detail");
    requireNonNull(at, "at");
  }
}
