package dev.primacy.core.view;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import dev.primacy.watch.FollowOptions.Baseline;
import dev.primacy.watch.NodeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a follower has to be told, found the slow way: by comparing all nodes there are with all
 * that were told, after every batch.
 */
final class ViewModel {
  private final NodeView rules;
  private final Baseline baseline;
  private final Map<NodeId, ClusterNode> told = new TreeMap<>();
  private boolean begun;

  ViewModel(NodeView rules, Baseline baseline) {
    this.rules = rules;
    this.baseline = baseline;
  }

  /**
   * @param all every node there is
   */
  List<List<Object>> batch(Map<NodeId, ClusterNode> all) throws Exception {
    List<List<Object>> calls = new ArrayList<>();
    List<List<Object>> removals = new ArrayList<>();
    TreeSet<NodeId> ids = new TreeSet<>(all.keySet());
    ids.addAll(told.keySet());
    int appeared = 0;
    int updated = 0;
    for (NodeId id : ids) {
      ClusterNode known = told.get(id);
      ClusterNode now = all.get(id);
      if (now == null || !rules.filter(now)) {
        if (known != null) {
          removals.add(List.of("DEL", known));
          told.remove(id);
        }
      } else if (known == null) {
        calls.add(List.of("NEW", now));
        told.put(id, now);
        appeared++;
      } else if (!rules.same(known, now)) {
        calls.add(List.of("UPD", known, now));
        told.put(id, now);
        updated++;
      } else if (baseline == Baseline.LAST_SEEN) {
        told.put(id, now);
      }
    }
    calls.addAll(removals);
    int removed = removals.size();
    calls.add(List.of("BATCH", !begun, appeared, updated, removed, List.copyOf(told.values())));
    begun = true;
    return calls;
  }
}
