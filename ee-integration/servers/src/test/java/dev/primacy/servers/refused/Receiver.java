package dev.primacy.servers.refused;

import dev.primacy.event.FromCluster;
import dev.primacy.event.LifecycleEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Hears what other nodes publish, which nobody brings it. */
@ApplicationScoped
public class Receiver {
  void hear(@Observes @FromCluster LifecycleEvent event) {}
}
