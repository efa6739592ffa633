package dev.primacy.core.runtime;

import dev.primacy.ClusterNode;
import dev.primacy.event.NodeAppeared;
import dev.primacy.event.NodeChanged;
import dev.primacy.event.NodeVanished;
import dev.primacy.event.NodesBatchDone;
import dev.primacy.watch.NodeBatch;
import dev.primacy.watch.NodeFollower;
import dev.primacy.watch.NodeView;
import java.util.List;

/**
 * Turns what a follower of a view hears into events. Nothing that observers throw comes back here,
 * so only the view itself can end the watch.
 */
final class ViewFeed implements NodeFollower {
  private final Class<? extends NodeView> type;
  private final NodeView view;
  private final Deliveries deliveries;

  ViewFeed(Class<? extends NodeView> type, NodeView view, Deliveries deliveries) {
    this.type = type;
    this.view = view;
    this.deliveries = deliveries;
  }

  @Override
  public boolean filter(ClusterNode node) throws Exception {
    return view.filter(node);
  }

  @Override
  public boolean same(ClusterNode known, ClusterNode now) throws Exception {
    return view.same(known, now);
  }

  @Override
  public void appeared(ClusterNode node) {
    deliveries.tellViewed(
        NodeAppeared.class, (self, seq, at) -> new NodeAppeared(self, seq, type, node, at));
  }

  @Override
  public void updated(ClusterNode previous, ClusterNode now) {
    deliveries.tellViewed(
        NodeChanged.class, (self, seq, at) -> new NodeChanged(self, seq, type, previous, now, at));
  }

  @Override
  public void removed(ClusterNode last) {
    deliveries.tellViewed(
        NodeVanished.class, (self, seq, at) -> new NodeVanished(self, seq, type, last, at));
  }

  @Override
  public void batchDone(NodeBatch batch) {
    // its list of nodes costs as much as there are, at every change of the cluster
    if (deliveries.hears(NodesBatchDone.class)) {
      List<ClusterNode> nodes = batch.nodes();
      deliveries.tellViewed(
          NodesBatchDone.class,
          (self, seq, at) ->
              new NodesBatchDone(
                  self,
                  seq,
                  type,
                  batch.isInitial(),
                  batch.appeared(),
                  batch.updated(),
                  batch.removed(),
                  nodes,
                  at));
    }
  }
}
