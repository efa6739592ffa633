package dev.primacy.faults.events;

import dev.primacy.event.FromCluster;
import dev.primacy.event.Queue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Handles this node's share of a queue that is kept; only where the messenger keeps any. */
@ApplicationScoped
class KeptProbe {
  @Inject Handled handled;

  void handle(@Observes @FromCluster @Queue(value = "kept", durable = true) Counted event) {
    handled.write("kept", event);
  }
}
