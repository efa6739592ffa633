package dev.primacy.core.runtime;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One thread for everything that has to happen later; tasks must not block. */
final class Timers implements Alarms {
  private final ScheduledThreadPoolExecutor executor;

  Timers(ScheduledThreadPoolExecutor executor) {
    this.executor = executor;
    executor.setRemoveOnCancelPolicy(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public Future<?> after(Duration delay, Runnable task) {
    return executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  void every(Duration period, Runnable task) {
    long nanos = Math.max(1, period.toNanos());
    var unused = executor.scheduleWithFixedDelay(task, nanos, nanos, TimeUnit.NANOSECONDS);
  }

  /** Ends without running anything. */
  void abandon() {
    executor.shutdownNow();
  }

  /** Runs what is due and ends; what is due later never runs. */
  void close(Duration patience, Execution execution) throws InterruptedException {
    Future<?> last = executor.submit(() -> {});
    try {
      execution.await(last, patience);
    } catch (ExecutionException | TimeoutException late) {
      // a task that is stuck is interrupted
    } finally {
      executor.shutdownNow();
    }
    executor.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS);
  }
}
