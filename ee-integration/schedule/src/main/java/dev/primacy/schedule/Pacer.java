package dev.primacy.schedule;

import dev.primacy.core.schedule.ScheduleCycle;
import dev.primacy.core.schedule.SchedulePlan;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Gives one schedule its turns: one at a time, when it asked for the next one, or when somebody
 * says that something has changed.
 */
final class Pacer {
  private static final Duration AFTER_DEFECT = Duration.ofSeconds(1);

  private final SchedulePlan plan;
  private final ScheduleCycle cycle;
  private final ScheduledExecutorService threads;

  /** How often it was woken since the last turn began; the first one takes the turns. */
  private final AtomicInteger wanted = new AtomicInteger();

  // written by whoever takes the turns
  private volatile @Nullable Future<?> timer;
  private volatile boolean stopped;

  Pacer(SchedulePlan plan, ScheduleCycle cycle, ScheduledExecutorService threads) {
    this.plan = plan;
    this.cycle = cycle;
    this.threads = threads;
  }

  SchedulePlan plan() {
    return plan;
  }

  /** Any thread; returns at once. */
  void wake() {
    if (!stopped && wanted.getAndIncrement() == 0) {
      var unused = submit(this::turns, Duration.ZERO);
    }
  }

  /** No further turn begins; one that runs is waited for by the drain. */
  void stop() {
    stopped = true;
    Future<?> pending = timer;
    if (pending != null) {
      pending.cancel(false);
    }
  }

  private void turns() {
    Duration wait = AFTER_DEFECT;
    int seen = 0;
    try {
      do {
        seen = wanted.get();
        wait = stopped ? AFTER_DEFECT : cycle.turn();
      } while (!wanted.compareAndSet(seen, 0));
      seen = 0;
    } catch (RuntimeException defect) {
      ScheduleLog.LOG.defect(defect, plan.name(), plan.group());
    } finally {
      if (seen != 0) {
        // a defect or an error ended the turns, and must not end the schedule
        wanted.set(0);
      }
      next(wait);
    }
  }

  private void next(Duration wait) {
    Future<?> before = timer;
    if (before != null) {
      before.cancel(false);
    }
    if (!stopped) {
      timer = submit(this::wake, wait);
    }
  }

  private @Nullable Future<?> submit(Runnable task, Duration wait) {
    try {
      return threads.schedule(task, wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException closed) {
      return null;
    }
  }
}
