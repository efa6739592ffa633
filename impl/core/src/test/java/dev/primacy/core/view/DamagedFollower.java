package dev.primacy.core.view;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import dev.primacy.NodeLifecycle;
import dev.primacy.watch.NodeView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hears what a view with a defect would have told. */
final class DamagedFollower extends CallLog {
  private final ViewDefect defect;
  private final Map<NodeId, ClusterNode> kept = new HashMap<>();
  private final Set<NodeId> passed = new HashSet<>();
  private final Set<NodeId> told = new HashSet<>();

  DamagedFollower(ViewDefect defect, NodeView rules) {
    super(rules);
    this.defect = defect;
  }

  /** The batch as it gets to the view. */
  List<ClusterNode> damaged(List<ClusterNode> batch) {
    List<ClusterNode> next = new ArrayList<>(batch);
    if (defect == ViewDefect.LOSES_ONE && next.size() > 3) {
      next.remove(0);
    }
    if (defect == ViewDefect.REMOVES_UNKNOWN) {
      next.stream()
          .filter(node -> node.lifecycle() == NodeLifecycle.REMOVED)
          .filter(node -> !told.contains(node.id()))
          .forEach(node -> calls.add(List.of("DEL", node)));
    }
    return next;
  }

  @Override
  public boolean filter(ClusterNode node) throws Exception {
    boolean passes = super.filter(node);
    if (passes) {
      passed.add(node.id());
    }
    return passes || (defect == ViewDefect.KEEPS_FILTERED && passed.contains(node.id()));
  }

  @Override
  public boolean same(ClusterNode known, ClusterNode now) throws Exception {
    return defect != ViewDefect.TELLS_THE_SAME && super.same(known, now);
  }

  @Override
  public void appeared(ClusterNode node) throws Exception {
    told.add(node.id());
    ClusterNode earlier = kept.get(node.id());
    if (defect != ViewDefect.KEEPS_REMOVED || earlier == null) {
      super.appeared(node);
    } else if (!super.same(earlier, node)) {
      super.updated(earlier, node);
    }
  }

  @Override
  public void removed(ClusterNode last) throws Exception {
    told.remove(last.id());
    boolean again = kept.put(last.id(), last) != null;
    if (defect != ViewDefect.KEEPS_REMOVED || !again) {
      super.removed(last);
    }
  }

  @Override
  List<List<Object>> take() {
    List<List<Object>> taken = new ArrayList<>(super.take());
    int last = taken.size() - 1;
    switch (defect) {
      case SKIPS_EMPTY_BATCHES -> taken.removeIf(call -> last == 0);
      case FORGETS_ORDER -> Collections.reverse(taken.subList(0, last));
      case REMOVES_FIRST -> taken.sort((a, b) -> Boolean.compare(isRemoval(b), isRemoval(a)));
      case ALWAYS_INITIAL -> taken.set(last, initial(taken.get(last)));
      default -> {
        return taken;
      }
    }
    return taken;
  }

  private static boolean isRemoval(List<Object> call) {
    return call.get(0).equals("DEL");
  }

  private static List<Object> initial(List<Object> batch) {
    List<Object> next = new ArrayList<>(batch);
    next.set(1, true);
    return next;
  }
}
