package dev.primacy.demo;

import dev.primacy.ClusterNode;
import dev.primacy.Membership;
import dev.primacy.event.NodesBatchDone;
import dev.primacy.event.View;
import dev.primacy.watch.NodeView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/** The nodes of the default group: a view, published whenever a batch of changes is done. */
@ApplicationScoped
class Peers implements NodeView {
  private final Membership membership;
  private volatile List<ClusterNode> nodes = List.of();

  @Inject
  Peers(Membership membership) {
    this.membership = membership;
  }

  /** For proxies only. */
  @SuppressWarnings("NullAway") // never called on: a client proxy hands over to the real instance
  protected Peers() {
    this(null);
  }

  @Override
  public boolean filter(ClusterNode node) {
    return node.groups().contains(membership.group());
  }

  void publish(@Observes @View(Peers.class) NodesBatchDone batch) {
    nodes = batch.nodes();
  }

  /** In ascending order. */
  List<ClusterNode> nodes() {
    return nodes;
  }
}
