package dev.primacy.control;

import static java.util.Objects.requireNonNull;

import dev.primacy.GroupStanding;
import dev.primacy.NodeRole;
import java.time.Instant;
import java.util.Optional;

/**
 * How this node stands in a group, for people: role, connection and when it last heard of what.
 *
 * @param group the group's name
 * @param role the role at this instant
 * @param standing why it is that
 * @param connection how this node stands with the store
 * @param lastHeartbeat when the primary last renewed its lease, as this node saw it, by this node's
 *     wall clock; on the primary its own last renewal; empty if there is no primary or none was
 *     seen
 * @param lastChecked when the store last answered this node, by this node's wall clock; empty if it
 *     never did
 * @param heartbeatChannel how this node hears of changes: {@code push} if the store hints at them,
 *     {@code poll} if it is asked
 * @since 0.1
 */
public record NodeState(
    String group,
    NodeRole role,
    GroupStanding standing,
    Connection connection,
    Optional<Instant> lastHeartbeat,
    Optional<Instant> lastChecked,
    Channel heartbeatChannel) {

  /** Checks the components. */
  public NodeState {
    requireNonNull(group, "group");
    requireNonNull(role, "role");
    requireNonNull(standing, "standing");
    requireNonNull(connection, "connection");
    requireNonNull(lastHeartbeat, "lastHeartbeat");
    requireNonNull(lastChecked, "lastChecked");
    requireNonNull(heartbeatChannel, "heartbeatChannel");
  }

  /** How a node stands with the store. */
  public enum Connection {
    /** The store answers. */
    CONNECTED,
    /** The store has not answered for a lease, or never did. */
    DISCONNECTED,
    /**
     * There is none, or this node has no part in it any more: nothing is configured, or its record
     * was removed from the store.
     */
    NOT_APPLICABLE
  }

  /** How a node hears of changes. */
  public enum Channel {
    /** The store hints at them. */
    PUSH,
    /** The store is asked. */
    POLL,
    /** There is no store. */
    NONE
  }
}
