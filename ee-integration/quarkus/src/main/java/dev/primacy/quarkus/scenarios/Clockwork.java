package dev.primacy.quarkus.scenarios;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Calls beans from a thread of its own, as a scheduler does. */
@ApplicationScoped
public class Clockwork {
  @Inject Timers timers;

  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

  /** Made by the container. */
  public Clockwork() {}

  void start(@Observes Startup event) {
    List<Future<?>> unused = List.of(every(timers::everywhere), every(timers::onThePrimary));
  }

  private Future<?> every(Runnable work) {
    return thread.scheduleAtFixedRate(work, 1, 1, TimeUnit.SECONDS);
  }

  @PreDestroy
  void end() {
    thread.shutdownNow();
  }
}
