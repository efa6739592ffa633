package dev.primacy.servers.work;

import dev.primacy.OnSecondary;
import dev.primacy.PrimaryOnly;
import dev.primacy.servers.Journal;
import jakarta.enterprise.concurrent.Asynchronous;
import jakarta.enterprise.concurrent.Schedule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Two methods that Jakarta Concurrency 3.1 calls every second once they were called: everywhere,
 * and on the primary only. An earlier version does not know {@code runAt}, and calls them once.
 */
@ApplicationScoped
public class Repeated {
  private static final String EVERY_SECOND = "* * * * * *";

  @Inject Journal journal;

  /** Made by the container. */
  public Repeated() {}

  /** Runs on every node. */
  @Asynchronous(runAt = @Schedule(cron = EVERY_SECOND))
  public void everywhere() {
    journal.write("run-at");
  }

  /** Is due on every node as well; all but the primary skip it. */
  @Asynchronous(runAt = @Schedule(cron = EVERY_SECOND))
  @PrimaryOnly(onSecondary = OnSecondary.SKIP)
  public void onThePrimary() {
    journal.write("run-at-guarded");
  }
}
