package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.NodeId;
import java.time.Duration;
import java.time.Instant;

/**
 * An observer runs longer than {@code primacy.observers.stall}. Later events of its group wait; the
 * guard and the renewal do not.
 *
 * @param node this node
 * @param seq counted from 1 at every start
 * @param observer class and method of the observer, or its thread's name if it is not known
 * @param event what it observes
 * @param running how long it has been running
 * @param at when this node learned of it, by its own wall clock
 * @since 0.1
 */
@EventId(3012)
public record ObserverStalled(
    NodeId node, long seq, String observer, ClusterEvent event, Duration running, Instant at)
    implements OperationalEvent {

  /** Checks the components. */
  public ObserverStalled {
    requireNonNull(node, "node");
    requireNonNull(observer, "observer");
    requireNonNull(event, "event");
    requireNonNull(running, "running");
    requireNonNull(at, "at");
  }
}
