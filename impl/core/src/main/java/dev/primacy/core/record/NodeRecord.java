package dev.primacy.core.record;

import static java.util.Objects.requireNonNull;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import dev.primacy.NodeLifecycle;
import dev.primacy.NodeStatus;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a node tells the others about itself; its key is its incarnation.
 *
 * @param name the node's name
 * @param state alive, or how it ended
 * @param attempt the number of the renewal that wrote it, never used twice by one incarnation (rule
 *     R1)
 * @param lease how long a renewal lasts; observers use this value, not their own (rule R2)
 * @param drift the bound on clock rates that goes with it
 * @param longestLease the longest lease this node accepts of others (rule R9)
 * @param groups the groups it takes part in
 * @param everyGroup true if there were too many to list: it may take part in any
 * @param passive true if it never becomes primary
 * @param priority its preference to lead, the greater the more
 * @param endpoint where to reach it; empty if it does not say
 * @param lifecycle whether it is at work or leaving
 * @param attributes what the application publishes about it
 * @param status of the attributes that were published at run time; empty if none were
 * @param internal what Primacy tells other nodes about it, by name
 * @param unknown fields of a newer version
 * @since 0.1
 */
public record NodeRecord(
    String name,
    NodeState state,
    long attempt,
    Duration lease,
    double drift,
    Duration longestLease,
    Set<String> groups,
    boolean everyGroup,
    boolean passive,
    int priority,
    Optional<URI> endpoint,
    NodeLifecycle lifecycle,
    Map<String, String> attributes,
    Optional<NodeStatus> status,
    Map<String, String> internal,
    UnknownFields unknown) {

  /** Checks the components and copies the collections. */
  public NodeRecord {
    requireNonNull(name, "name");
    requireNonNull(state, "state");
    requireNonNull(lease, "lease");
    requireNonNull(longestLease, "longestLease");
    groups = Set.copyOf(groups);
    requireNonNull(endpoint, "endpoint");
    requireNonNull(lifecycle, "lifecycle");
    attributes = Map.copyOf(attributes);
    requireNonNull(status, "status");
    internal = Map.copyOf(internal);
    requireNonNull(unknown, "unknown");
  }

  /**
   * The same record in another state.
   *
   * @param changed the state
   * @return the record
   */
  public NodeRecord withState(NodeState changed) {
    return new NodeRecord(
        name,
        changed,
        attempt,
        lease,
        drift,
        longestLease,
        groups,
        everyGroup,
        passive,
        priority,
        endpoint,
        lifecycle,
        attributes,
        status,
        internal,
        unknown);
  }

  /**
   * What takes the place of a record that is missing while a group still names it (rule R6).
   *
   * @param lease the longest lease it may have had
   * @param drift the bound on clock rates that goes with it
   * @return an expelled record
   */
  public static NodeRecord missing(Duration lease, double drift) {
    return new NodeRecord(
        "missing",
        NodeState.EXPELLED,
        0,
        lease,
        drift,
        lease,
        Set.of(),
        false,
        true,
        0,
        Optional.empty(),
        NodeLifecycle.UP,
        Map.of(),
        Optional.empty(),
        Map.of(),
        UnknownFields.NONE);
  }

  /**
   * Whether it may become primary of a group.
   *
   * @param group the group's name
   * @return true if it is alive, takes part and is not passive
   */
  public boolean mayLead(String group) {
    return state == NodeState.ALIVE && !passive && (everyGroup || groups.contains(group));
  }

  /**
   * The node as the api shows it.
   *
   * @param incarnation the record's key
   * @return without what Primacy says there
   */
  public ClusterNode describe(UUID incarnation) {
    return new ClusterNode(
        new NodeId(name, incarnation),
        endpoint,
        groups,
        priority,
        passive,
        lifecycle,
        attributes,
        status);
  }
}
