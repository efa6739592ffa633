package dev.primacy.core.view;

import dev.primacy.ClusterNode;
import dev.primacy.watch.NodeBatch;
import dev.primacy.watch.NodeFollower;
import dev.primacy.watch.NodeView;
import java.util.ArrayList;
import java.util.List;

/** A follower that writes down what it is told. */
class CallLog implements NodeFollower {
  final List<List<Object>> calls = new ArrayList<>();
  private final NodeView rules;

  CallLog(NodeView rules) {
    this.rules = rules;
  }

  /** What was written down since the last time. */
  List<List<Object>> take() {
    List<List<Object>> taken = List.copyOf(calls);
    calls.clear();
    return taken;
  }

  @Override
  public boolean filter(ClusterNode node) throws Exception {
    return rules.filter(node);
  }

  @Override
  public boolean same(ClusterNode known, ClusterNode now) throws Exception {
    return rules.same(known, now);
  }

  @Override
  public void appeared(ClusterNode node) throws Exception {
    calls.add(List.of("NEW", node));
  }

  @Override
  public void updated(ClusterNode previous, ClusterNode now) throws Exception {
    calls.add(List.of("UPD", previous, now));
  }

  @Override
  public void removed(ClusterNode last) throws Exception {
    calls.add(List.of("DEL", last));
  }

  @Override
  public void batchDone(NodeBatch batch) throws Exception {
    calls.add(
        List.of(
            "BATCH",
            batch.isInitial(),
            batch.appeared(),
            batch.updated(),
            batch.removed(),
            batch.nodes()));
  }
}
