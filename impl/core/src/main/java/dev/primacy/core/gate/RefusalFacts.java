package dev.primacy.core.gate;

import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.NodeId;
import java.time.Duration;
import java.util.Optional;

/**
 * What a gate tells a caller it refuses, besides its own snapshot. Safe on any thread.
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
   * The latest token seen in the group.
   *
   * @return empty if none was
   */
  Optional<FencingToken> latestToken();

  /**
   * How long it takes at most until a group without a primary has one.
   *
   * @return the lease, as a rule
   */
  Duration patience();
}
