package dev.primacy.servers.work;

import dev.primacy.ClusterNode;
import dev.primacy.event.NodeAppeared;
import dev.primacy.event.View;
import dev.primacy.servers.Journal;
import dev.primacy.watch.NodeView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** A view of all nodes that has a name, and an observer that looks through it. */
@ApplicationScoped
public class Neighbourhood implements NodeView {
  @Inject Journal journal;

  /** Made by the container. */
  public Neighbourhood() {}

  @Override
  public boolean filter(ClusterNode node) {
    return !node.id().name().isEmpty();
  }

  void appeared(@Observes @View(Neighbourhood.class) NodeAppeared event) {
    journal.write("appeared", event.appeared().id().name());
  }
}
