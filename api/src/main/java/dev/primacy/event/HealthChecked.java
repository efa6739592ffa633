package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.NodeId;
import dev.primacy.control.Alarm;
import java.time.Instant;
import java.util.List;

/**
 * The parts were looked at: fired every {@code primacy.health-check}, if that is set.
 *
 * @param node this node
 * @param seq counted from 1 at every start
 * @param healthy whether the store answers, no observer stands still and no alarm is active
 * @param alarms the alarms that are active
 * @param at when this node learned of it, by its own wall clock
 * @since 0.1
 */
@EventId(3032)
public record HealthChecked(NodeId node, long seq, boolean healthy, List<Alarm> alarms, Instant at)
    implements OperationalEvent {

  /** Checks the components. */
  public HealthChecked {
    requireNonNull(node, "node");
    alarms = List.copyOf(alarms);
    requireNonNull(at, "at");
  }
}
