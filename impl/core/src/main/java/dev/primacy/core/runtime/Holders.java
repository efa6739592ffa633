package dev.primacy.core.runtime;

import dev.primacy.ClusterNode;
import dev.primacy.FencingToken;
import dev.primacy.core.view.ClusterView;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Matches holders with nodes: a group may show a holder before the node is known, and then waits
 * for it. On the lease thread.
 */
final class Holders {
  private final ClusterView view;
  private final Map<UUID, Map<GroupCycle, Optional<FencingToken>>> awaiting = new HashMap<>();

  /** Of those that hold a group, as the view shows them. */
  private final Map<UUID, Primary> primaries = new HashMap<>();

  Holders(ClusterView view) {
    this.view = view;
  }

  void seen(GroupCycle cycle, Optional<UUID> holder, Optional<FencingToken> token) {
    awaiting.values().forEach(waiting -> waiting.remove(cycle));
    Primary primary = holder.map(this::primary).orElse(Primary.NONE);
    cycle.heldBy(primary, token);
    if (holder.isPresent() && primary.node().isEmpty()) {
      awaiting.computeIfAbsent(holder.get(), unknown -> new HashMap<>()).put(cycle, token);
    }
  }

  private Primary primary(UUID holder) {
    Optional<ClusterNode> node = view.find(holder);
    Primary made = primaries.getOrDefault(holder, Primary.NONE);
    return made.node().equals(node) ? made : made(holder, node);
  }

  private Primary made(UUID holder, Optional<ClusterNode> node) {
    primaries.keySet().removeIf(known -> view.find(known).isEmpty());
    Primary next = node.map(Primary::of).orElse(Primary.NONE);
    if (node.isPresent()) {
      primaries.put(holder, next);
    }
    return next;
  }

  /** Nobody asks for this group any more. */
  void forget(String group) {
    awaiting
        .values()
        .forEach(waiting -> waiting.keySet().removeIf(cycle -> cycle.group().equals(group)));
  }

  /** A node is known, or describes itself differently; which groups are told. */
  Set<GroupCycle> known(ClusterNode node) {
    Map<GroupCycle, Optional<FencingToken>> waiting = awaiting.remove(node.id().incarnation());
    if (waiting == null) {
      return Set.of();
    }
    Primary primary = primary(node.id().incarnation());
    waiting.forEach((cycle, token) -> cycle.heldBy(primary, token));
    return waiting.keySet();
  }
}
