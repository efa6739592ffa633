package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.NodeId;
import dev.primacy.watch.WatchPhase;
import java.time.Instant;
import java.util.Optional;

/**
 * A follower of nodes, or a view, failed and hears nothing more, unless it is started anew.
 *
 * @param node this node
 * @param seq counted from 1 at every start
 * @param watch its name, or the view's
 * @param phase where
 * @param about the node that was being told; empty if none was
 * @param failure what was thrown, as the cause if Primacy explains it
 * @param restarting true if it is started anew, with an empty view
 * @param at when this node learned of it, by its own wall clock
 * @since 0.1
 */
@EventId(3035)
public record WatchFailed(
    NodeId node,
    long seq,
    String watch,
    WatchPhase phase,
    Optional<NodeId> about,
    Throwable failure,
    boolean restarting,
    Instant at)
    implements OperationalEvent {

  /** Checks the components. */
  public WatchFailed {
    requireNonNull(node, "node");
    requireNonNull(watch, "watch");
    requireNonNull(phase, "phase");
    requireNonNull(about, "about");
    requireNonNull(failure, "failure");
    requireNonNull(at, "at");
  }
}
