package dev.primacy.schedule;

import static dev.primacy.schedule.ScheduleLog.LOG;

import dev.primacy.Firing;
import dev.primacy.core.schedule.ScheduleListener;
import dev.primacy.core.schedule.SchedulePlan;
import java.time.Instant;

/** Tells people what does not go well. */
final class LoggedSchedule implements ScheduleListener {
  private final SchedulePlan plan;

  LoggedSchedule(SchedulePlan plan) {
    this.plan = plan;
  }

  @Override
  public void passedOver(Instant from, Instant until) {
    LOG.passedOver(
        plan.name(), plan.group(), from.toString(), plan.missed().name(), until.toString());
  }

  @Override
  public void givenUp(Firing firing) {
    LOG.givenUp(plan.name(), plan.group(), firing.scheduled().toString());
  }

  @Override
  public void outlived(Firing firing) {
    LOG.outlived(plan.name(), plan.group(), firing.scheduled().toString());
  }

  @Override
  public void failed(Firing firing, Throwable failure) {
    LOG.failed(failure, plan.name(), plan.group(), firing.scheduled().toString());
  }

  @Override
  public void unanswered(String reason) {
    LOG.unanswered(plan.name(), plan.group(), reason);
  }

  @Override
  public void ahead(Instant upTo, Instant now) {
    LOG.ahead(plan.name(), plan.group(), upTo.toString(), now.toString());
  }
}
