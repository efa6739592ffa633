package dev.primacy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * This node's view of one group; inject it where it is needed.
 *
 * <p>An unqualified injection point is the default group's; {@link InGroup} selects another. Every
 * method answers at once from local memory, is safe on any thread and applies the same clocks as
 * the guard: nobody reads {@link NodeRole#PRIMARY} here while {@link PrimaryOnly} refuses.
 *
 * @since 0.1
 */
public interface Membership {

  /**
   * The group's name.
   *
   * @return never empty; {@code "default"} when standalone
   */
  String group();

  /**
   * This node.
   *
   * @return name and incarnation; the incarnation changes when the node had to come back as a new
   *     one
   */
  NodeId node();

  /**
   * The role at this instant.
   *
   * @return {@link NodeRole#PRIMARY} only if the lease <em>certainly</em> stands now; it may end at
   *     any later instant
   */
  NodeRole role();

  /**
   * Why the role is what it is.
   *
   * @return the standing
   */
  GroupStanding standing();

  /**
   * Whether {@link #role()} is {@link NodeRole#PRIMARY}.
   *
   * @return true if this node certainly holds the group now; false if it may not
   */
  default boolean isPrimary() {
    return role() == NodeRole.PRIMARY;
  }

  /**
   * The token this node acts under.
   *
   * @return empty unless this node is the primary now
   */
  Optional<FencingToken> token();

  /**
   * The group's primary, as last seen in the store.
   *
   * @return empty if there is none or none is known; a hint for people and routing, never a proof
   */
  Optional<ClusterNode> primary();

  /**
   * The live nodes of the cluster that take part in this group, in ascending order of name and
   * incarnation.
   *
   * @return an immutable list, this node included once it is known to the store
   */
  List<ClusterNode> nodes();

  /**
   * Demands the primary role, for code that is not a bean call.
   *
   * @return the token to act under
   * @throws NotPrimaryException if this node is not the primary now, the group is read-only, or the
   *     node is standalone and so has no token
   */
  FencingToken requirePrimary();

  /**
   * How long the role certainly lasts if nothing renews it.
   *
   * @return zero unless this node is the primary now
   */
  Duration remaining();

  /**
   * Hands the role back to whoever takes it: the guard closes, observers hear {@code
   * NodeRoleChanging}, guarded calls in flight drain, then the store is told, then observers hear
   * {@code NodeRoleChanged}.
   *
   * <p>For one {@code primacy.lease} from the confirmed release on this node does not take the
   * group again, so that another node becomes the primary if there is one. If none did by then, it
   * takes part again like all others.
   *
   * <p>Do not wait for the stage within a guarded call or an observer of this group: it waits for
   * them to end.
   *
   * @return completes once the store has confirmed the release, or the lease has ended; completes
   *     at once if this node is not the primary
   */
  CompletionStage<Void> stepDown();

  /**
   * Hands the role to a node of this name: like {@link #stepDown}, but the release names that node
   * as the one that goes first. The others, this one included, leave the group to it for one {@code
   * primacy.lease}; if it did not take the group by then, or died meanwhile, any node takes it.
   *
   * <p>Nothing happens to the role unless this node is the primary and the name belongs to exactly
   * one live node, another one, that takes part in the group and is not passive. What is known of
   * the nodes here decides, so a node that crashed a moment ago still counts as live.
   *
   * <p>Do not wait for the stage within a guarded call or an observer of this group: it waits for
   * them to end.
   *
   * @param nodeName the name of the node that is to become the primary, {@code primacy.node.name}
   *     there
   * @return completes once this node has seen in the store that the named node holds the group; its
   *     guard opens when its own observers are done. Completes exceptionally with a {@link
   *     SwitchoverException}: at once if the role is not given up; else when another node is seen
   *     to hold the group, or nobody is within two leases after the release. {@link
   *     SwitchoverException#reason} says which. What depends on the stage runs on a thread of
   *     Primacy and should be short
   */
  CompletionStage<Void> switchover(String nodeName);

  /**
   * Hands the role to this very node, as {@link #switchover(String)} does: where two live nodes
   * have one name, or a node that restarted meanwhile is not meant.
   *
   * @param node the node that is to become the primary, as in {@link #nodes}
   * @return as for {@link #switchover(String)}
   */
  CompletionStage<Void> switchover(NodeId node);

  /**
   * Publishes attributes of this node to all others, instead of those published before: all of them
   * each time. They go before attributes of the same name that are configured as {@code
   * primacy.node.attributes.*}, which are published in any case. There is one set of attributes per
   * node, whichever group's view it is given to.
   *
   * <p>Of several calls in quick succession only the last may ever be seen by others: attributes
   * are written with the node's own record, at most a few times per lease. They are forgotten when
   * the application stops.
   *
   * @param attributes with those configured at most 32, each of at most 256 bytes in UTF-8, name
   *     and value together
   * @return completes when the store has confirmed these attributes, or later ones; exceptionally
   *     with an {@link IllegalStateException} if this node leaves before, and at once if it has
   *     left or Primacy is disabled. Standalone it completes at once. What depends on the stage
   *     runs on a thread of Primacy and should be short
   * @throws IllegalArgumentException if there are too many, one is too large, or a name is blank,
   *     has control characters or begins with {@code primacy.}; nothing is published then
   */
  CompletionStage<Void> attributes(NodeAttributes attributes);
}
