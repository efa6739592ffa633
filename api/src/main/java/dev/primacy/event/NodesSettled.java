package dev.primacy.event;

import static java.util.Objects.requireNonNull;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import java.time.Instant;
import java.util.List;

/**
 * Closes a batch of node events; the first one also ends the initial picture. Fired even if the
 * batch is empty.
 *
 * @param node this node
 * @param seq counted from 1 at every start
 * @param initial true for the first batch after start
 * @param joined how many nodes appeared in this batch
 * @param updated how many nodes describe themselves differently
 * @param left how many nodes are gone
 * @param nodes the live nodes now, in ascending order of name and incarnation
 * @param at when this node learned of it, by its own wall clock
 * @since 0.1
 */
@EventId(1101)
public record NodesSettled(
    NodeId node,
    long seq,
    boolean initial,
    int joined,
    int updated,
    int left,
    List<ClusterNode> nodes,
    Instant at)
    implements NodeEvent {

  /** Checks the components. */
  public NodesSettled {
    requireNonNull(node, "node");
    requireNonNull(at, "at");
    nodes = List.copyOf(nodes);
  }
}
