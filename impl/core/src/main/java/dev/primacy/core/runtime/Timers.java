package dev.primacy.core.runtime;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One thread for everything that has to happen later, and for log lines that must not wait. */
final class Timers {
  private final ScheduledThreadPoolExecutor executor;

  Timers(ThreadFactory threads) {
    executor = new ScheduledThreadPoolExecutor(1, threads);
    executor.setRemoveOnCancelPolicy(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  Future<?> after(Duration delay, Runnable task) {
    return executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  void every(Duration period, Runnable task) {
    long nanos = Math.max(1, period.toNanos());
    var unused = executor.scheduleWithFixedDelay(task, nanos, nanos, TimeUnit.NANOSECONDS);
  }

  /** In order, off the caller's thread. */
  void soon(Runnable task) {
    try {
      executor.execute(task);
    } catch (RejectedExecutionException closed) {
      task.run();
    }
  }

  /** Ends without running anything. */
  void abandon() {
    executor.shutdownNow();
  }

  /** Runs what is due and ends; what is due later never runs. */
  void close(Duration patience) throws InterruptedException {
    Future<?> last = executor.submit(() -> {});
    try {
      last.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException late) {
      // a task that is stuck is interrupted
    } finally {
      executor.shutdownNow();
    }
    executor.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS);
  }
}
