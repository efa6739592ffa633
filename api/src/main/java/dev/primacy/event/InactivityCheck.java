package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.NodeId;
import java.time.Instant;

/**
 * Nothing was told of the nodes or groups for {@code primacy.inactivity-timeout}, so this node
 * asked the store whether that is so.
 *
 * @param node this node
 * @param seq counted from 1 at every start
 * @param result what it found
 * @param at when this node learned of it, by its own wall clock
 * @since 0.1
 */
@EventId(3033)
public record InactivityCheck(NodeId node, long seq, Result result, Instant at)
    implements OperationalEvent {

  /** Checks the components. */
  public InactivityCheck {
    requireNonNull(node, "node");
    requireNonNull(result, "result");
    requireNonNull(at, "at");
  }

  /** What a look at the store found. */
  public enum Result {
    /** It is so: nothing has happened. */
    OK,
    /** The engine works at another endpoint than before: {@link EngineSwitched} told which. */
    ENGINE_SWITCHED,
    /** The record of a group that this node takes part in is gone. */
    GROUP_GONE,
    /** The store did not answer. */
    UNREACHABLE
  }
}
