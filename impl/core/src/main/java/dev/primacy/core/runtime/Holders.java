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

  Holders(ClusterView view) {
    this.view = view;
  }

  void seen(GroupCycle cycle, Optional<UUID> holder, Optional<FencingToken> token) {
    awaiting.values().forEach(waiting -> waiting.remove(cycle));
    Optional<ClusterNode> node = holder.flatMap(view::find);
    cycle.heldBy(node, token);
    if (holder.isPresent() && node.isEmpty()) {
      awaiting.computeIfAbsent(holder.get(), unknown -> new HashMap<>()).put(cycle, token);
    }
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
    waiting.forEach((cycle, token) -> cycle.heldBy(Optional.of(node), token));
    return waiting.keySet();
  }
}
