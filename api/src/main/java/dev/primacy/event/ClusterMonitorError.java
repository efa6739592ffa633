package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.NodeId;
import dev.primacy.watch.MonitorError;
import java.time.Instant;

/**
 * Watching failed in one of its kinds; with the qualifier {@link ErrorOf} of that kind.
 *
 * @param node this node
 * @param seq counted from 1 at every start
 * @param kind the type of event that could not be told
 * @param error what happened
 * @param at when this node learned of it, by its own wall clock
 * @since 0.1
 */
@EventId(3036)
public record ClusterMonitorError(
    NodeId node, long seq, Class<? extends ClusterEvent> kind, MonitorError error, Instant at)
    implements OperationalEvent {

  /** Checks the components. */
  public ClusterMonitorError {
    requireNonNull(node, "node");
    requireNonNull(kind, "kind");
    requireNonNull(error, "error");
    requireNonNull(at, "at");
  }
}
