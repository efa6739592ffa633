package dev.primacy;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The facts about one refused call.
 *
 * @param group the group asked for
 * @param node this node
 * @param role this node's role when it refused
 * @param standing this node's standing when it refused
 * @param reason why
 * @param primary the primary as last seen; empty if none is known
 * @param term the latest term seen; empty if none was
 * @param retryAfter when asking again may help, at least one millisecond; where no primary is
 *     known, the lease up to 30 seconds, which is how long a failover takes as a rule: when it will
 *     end is not predicted
 * @since 0.1
 */
public record Refusal(
    String group,
    NodeId node,
    NodeRole role,
    GroupStanding standing,
    RefusalReason reason,
    Optional<NodeId> primary,
    OptionalLong term,
    Duration retryAfter) {

  /** Checks the components. */
  public Refusal {
    requireNonNull(group, "group");
    requireNonNull(node, "node");
    requireNonNull(role, "role");
    requireNonNull(standing, "standing");
    requireNonNull(reason, "reason");
    requireNonNull(primary, "primary");
    requireNonNull(term, "term");
    requireNonNull(retryAfter, "retryAfter");
  }
}
