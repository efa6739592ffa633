package dev.primacy.schedule;

import dev.primacy.Firing;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.schedule.ScheduledWork;
import dev.primacy.event.EventEnvelope;
import dev.primacy.event.PrimaryTick;
import java.util.function.Consumer;

/**
 * Tells observers that a schedule fires, and does its work. They hear it on a thread of their own,
 * and so neither delay the work nor fail it.
 */
final class ToldWork implements ScheduledWork {
  private final ScheduledWork work;
  private final Consumer<PrimaryTick> observers;

  ToldWork(ScheduledWork work, Consumer<PrimaryTick> observers) {
    this.work = work;
    this.observers = observers;
  }

  @Override
  public void run(Firing firing, Admission admission) throws Exception {
    observers.accept(
        new PrimaryTick(
            EventEnvelope.of(firing.schedule()),
            firing.group(),
            firing.token(),
            firing.scheduled()));
    work.run(firing, admission);
  }
}
