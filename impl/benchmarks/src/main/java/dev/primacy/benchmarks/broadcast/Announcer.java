package dev.primacy.benchmarks.broadcast;

import dev.primacy.event.ClusterWide;
import dev.primacy.event.EventEnvelope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Fires events for the whole cluster. */
@ApplicationScoped
class Announcer {
  private static final EventEnvelope HERE = EventEnvelope.of("bench");

  @Inject @ClusterWide Event<Tick> ticks;

  void announce(int count) {
    for (int i = 0; i < count; i++) {
      ticks.fire(new Tick(HERE, i));
    }
  }
}
