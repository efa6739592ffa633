package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.NodeId;
import dev.primacy.control.Alarm;
import java.time.Instant;

/**
 * Something is wrong from now on.
 *
 * @param node this node
 * @param seq counted from 1 at every start
 * @param alarm what
 * @param at when this node learned of it, by its own wall clock
 * @since 0.1
 */
@EventId(3021)
public record AlarmRaised(NodeId node, long seq, Alarm alarm, Instant at)
    implements OperationalEvent {

  /** Checks the components. */
  public AlarmRaised {
    requireNonNull(node, "node");
    requireNonNull(alarm, "alarm");
    requireNonNull(at, "at");
  }
}
