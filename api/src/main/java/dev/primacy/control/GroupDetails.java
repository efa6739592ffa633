package dev.primacy.control;

import static java.util.Objects.requireNonNull;

import dev.primacy.ClusterNode;
import dev.primacy.FencingToken;
import dev.primacy.NodeId;
import java.util.List;
import java.util.Optional;

/**
 * A group as one node sees it: what it last read in the store. Another node may see it otherwise
 * for a moment.
 *
 * @param group the group's name
 * @param version names this version of the group's record and never another one; empty while this
 *     node has not seen it
 * @param election who may become its primary: {@code automatic}, {@code operator} or {@code
 *     rule-based}
 * @param primary the primary; empty if there is none or it is not known
 * @param token the token of the holder; empty if there is none
 * @param candidate who goes first, or is to take over; empty for nobody
 * @param frozen whether nobody may take the group; who holds it keeps it
 * @param readOnly whether its primary refuses writes
 * @param nodes the live nodes that take part, in ascending order
 * @param seenBy the node that sees it so
 * @since 0.1
 */
public record GroupDetails(
    String group,
    Optional<String> version,
    String election,
    Optional<ClusterNode> primary,
    Optional<FencingToken> token,
    Optional<NodeId> candidate,
    boolean frozen,
    ReadOnlyState readOnly,
    List<ClusterNode> nodes,
    NodeId seenBy) {

  /** Checks the components and copies the list. */
  public GroupDetails {
    requireNonNull(group, "group");
    requireNonNull(version, "version");
    requireNonNull(election, "election");
    requireNonNull(primary, "primary");
    requireNonNull(token, "token");
    requireNonNull(candidate, "candidate");
    requireNonNull(readOnly, "readOnly");
    nodes = List.copyOf(nodes);
    requireNonNull(seenBy, "seenBy");
  }
}
