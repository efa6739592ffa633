package dev.primacy.servers.work;

import dev.primacy.OnSecondary;
import dev.primacy.PrimaryOnly;
import dev.primacy.servers.Journal;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Two timers of a session bean, every second: everywhere, and on the primary only. */
@Singleton
public class Timers {
  @Inject Journal journal;

  /** Made by the container. */
  public Timers() {}

  /** Fires on every node. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void everywhere() {
    journal.write("timer");
  }

  /** Fires on every node as well; all but the primary skip it. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  @PrimaryOnly(onSecondary = OnSecondary.SKIP)
  public void onThePrimary() {
    journal.write("timer-guarded");
  }
}
