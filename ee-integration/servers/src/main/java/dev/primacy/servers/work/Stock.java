package dev.primacy.servers.work;

import dev.primacy.event.ClusterWide;
import dev.primacy.event.EventEnvelope;
import dev.primacy.event.FromCluster;
import dev.primacy.servers.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Publishes to the cluster, and hears what any node published. */
@ApplicationScoped
public class Stock {
  @Inject @ClusterWide Event<StockChanged> changes;
  @Inject Journal journal;

  /** Made by the container. */
  public Stock() {}

  /**
   * Publishes.
   *
   * @param article tells one from another
   */
  public void change(String article) {
    changes.fire(new StockChanged(EventEnvelope.of("stock"), article));
  }

  void changed(@Observes @FromCluster StockChanged event) {
    journal.write("from-cluster", event.article(), event.envelope().node().name());
  }
}
