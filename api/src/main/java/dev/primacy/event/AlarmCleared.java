package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.NodeId;
import dev.primacy.control.Alarm;
import java.time.Instant;

/**
 * What {@link AlarmRaised} told is over.
 *
 * @param node this node
 * @param seq counted from 1 at every start
 * @param alarm the alarm as it was raised
 * @param at when this node learned of it, by its own wall clock
 * @since 0.1
 */
@EventId(3022)
public record AlarmCleared(NodeId node, long seq, Alarm alarm, Instant at)
    implements OperationalEvent {

  /** Checks the components. */
  public AlarmCleared {
    requireNonNull(node, "node");
    requireNonNull(alarm, "alarm");
    requireNonNull(at, "at");
  }
}
