package dev.primacy.control;

import static java.util.Objects.requireNonNull;

import dev.primacy.ClusterNode;
import java.util.List;

/**
 * What this node is in a group, and with whom.
 *
 * @param state what it is
 * @param nodes on a primary the other live nodes of the group, on a secondary or relay its primary,
 *     else none
 * @since 0.1
 */
public record HaStatus(HaState state, List<ClusterNode> nodes) {

  /** Checks the components and copies the list. */
  public HaStatus {
    requireNonNull(state, "state");
    nodes = List.copyOf(nodes);
  }
}
