package dev.primacy.quarkus.scenarios;

import dev.primacy.OnSecondary;
import dev.primacy.PrimaryOnly;
import dev.primacy.servers.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What {@link Clockwork} calls every second: everywhere, and on the primary only. */
@ApplicationScoped
public class Timers {
  @Inject Journal journal;

  /** Made by the container. */
  public Timers() {}

  /** Fires on every node. */
  public void everywhere() {
    journal.write("timer");
  }

  /** Fires on every node as well; all but the primary skip it. */
  @PrimaryOnly(onSecondary = OnSecondary.SKIP)
  public void onThePrimary() {
    journal.write("timer-guarded");
  }
}
