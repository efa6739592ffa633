package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.NodeId;
import java.time.Instant;

/**
 * An observer threw. The other observers of that event were still notified; the failed one is not
 * called again for it.
 *
 * @param node this node
 * @param seq counted from 1 at every start
 * @param observer class and method of the observer
 * @param event what it observed
 * @param failure what it threw
 * @param at when this node learned of it, by its own wall clock
 * @since 0.1
 */
@EventId(3011)
public record ObserverFailed(
    NodeId node, long seq, String observer, ClusterEvent event, Throwable failure, Instant at)
    implements OperationalEvent {

  /** Checks the components. */
  public ObserverFailed {
    requireNonNull(node, "node");
    requireNonNull(observer, "observer");
    requireNonNull(event, "event");
    requireNonNull(failure, "failure");
    requireNonNull(at, "at");
  }
}
