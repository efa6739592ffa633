package dev.primacy.core.runtime;

import dev.primacy.ClusterNode;
import dev.primacy.core.view.CallPermit;
import dev.primacy.core.view.FollowerView;
import dev.primacy.watch.FollowOptions.Baseline;
import dev.primacy.watch.NodeBatch;
import dev.primacy.watch.NodeFollower;
import dev.primacy.watch.NodeView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The nodes of a view, after each batch that changed it. */
final class ListSupply implements NodeSupply<List<ClusterNode>>, NodeFollower {
  private final NodeView nodes;
  private final Mailbox mailbox;
  private final FollowerView view;
  private @Nullable List<ClusterNode> latest;

  ListSupply(NodeView nodes, Mailbox mailbox) {
    this.nodes = nodes;
    this.mailbox = mailbox;
    this.view = new FollowerView(mailbox.name(), this, Baseline.LAST_REPORTED, CallPermit.ALWAYS);
  }

  @Override
  public Mailbox mailbox() {
    return mailbox;
  }

  @Override
  public List<ClusterNode> next() throws InterruptedException {
    latest = null;
    while (latest == null) {
      view.tell(mailbox.take());
    }
    mailbox.used();
    return latest;
  }

  @Override
  public boolean filter(ClusterNode node) throws Exception {
    return nodes.filter(node);
  }

  @Override
  public boolean same(ClusterNode known, ClusterNode now) throws Exception {
    return nodes.same(known, now);
  }

  @Override
  public void batchDone(NodeBatch batch) {
    if (batch.isInitial() || !batch.isEmpty()) {
      latest = batch.nodes();
    }
  }
}
