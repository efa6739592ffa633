package dev.primacy.servers.work;

import dev.primacy.OnSecondary;
import dev.primacy.PrimaryOnly;
import dev.primacy.servers.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Two observers of one event: everywhere, and on the primary only. */
@ApplicationScoped
public class Notices {
  @Inject Journal journal;

  /** Made by the container. */
  public Notices() {}

  void everywhere(@Observes Placed event) {
    journal.write("observer", event.id());
  }

  @PrimaryOnly(onSecondary = OnSecondary.SKIP)
  void onThePrimary(@Observes Placed event) {
    journal.write("observer-guarded", event.id());
  }
}
