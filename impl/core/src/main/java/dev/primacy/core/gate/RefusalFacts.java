package dev.primacy.core.gate;

import dev.primacy.ClusterNode;
import dev.primacy.GroupStanding;
import dev.primacy.NodeId;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a gate tells a caller it refuses, besides its own snapshot. Safe on any thread, and without
 * allocation: values that are kept, not made for each call.
 *
 * @since 0.1
 */
public interface RefusalFacts {

  /**
   * This node.
   *
   * @return under its present incarnation
   */
  NodeId node();

  /**
   * This node's standing in the group.
   *
   * @return the standing
   */
  GroupStanding standing();

  /**
   * The primary as last seen.
   *
   * @return empty if there is none or none is known
   */
  Optional<NodeId> primaryId();

  /**
   * The primary as last seen, and how it describes itself.
   *
   * @return empty if there is none or none is known
   */
  default Optional<ClusterNode> primary() {
    return Optional.empty();
  }

  /**
   * The latest term seen in the group.
   *
   * @return empty if none was
   */
  OptionalLong latestTerm();

  /**
   * How long it takes at most until a group without a primary has one.
   *
   * @return the lease, as a rule
   */
  Duration patience();
}
