package dev.primacy.core.runtime;

import dev.primacy.ClusterNode;
import dev.primacy.FencingToken;
import dev.primacy.core.view.ClusterView;
import java.util.HashMap;
import java.util.HashSet;
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
  private final Map<String, Held> byGroup = new HashMap<>();
  private final Map<UUID, Set<GroupCycle>> awaiting = new HashMap<>();

  private record Held(UUID holder, Optional<FencingToken> token) {}

  Holders(ClusterView view) {
    this.view = view;
  }

  void seen(GroupCycle cycle, Optional<UUID> holder, Optional<FencingToken> token) {
    if (holder.isEmpty()) {
      byGroup.remove(cycle.group());
      cycle.heldBy(Optional.empty(), token);
      return;
    }
    byGroup.put(cycle.group(), new Held(holder.get(), token));
    Optional<ClusterNode> node = view.find(holder.get());
    cycle.heldBy(node, token);
    if (node.isEmpty()) {
      awaiting.computeIfAbsent(holder.get(), unknown -> new HashSet<>()).add(cycle);
    }
  }

  /** A node is known, or describes itself differently; which groups are told. */
  Set<GroupCycle> known(ClusterNode node) {
    UUID incarnation = node.id().incarnation();
    Set<GroupCycle> waiting = awaiting.remove(incarnation);
    if (waiting == null) {
      return Set.of();
    }
    for (GroupCycle cycle : waiting) {
      Held held = byGroup.get(cycle.group());
      if (held != null && held.holder().equals(incarnation)) {
        cycle.heldBy(Optional.of(node), held.token());
      }
    }
    return waiting;
  }
}
