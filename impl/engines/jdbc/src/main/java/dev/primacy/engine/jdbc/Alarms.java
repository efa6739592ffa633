package dev.primacy.engine.jdbc;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** One thread that looks after statements which take too long. */
final class Alarms {

  private final ScheduledThreadPoolExecutor executor;

  Alarms(ThreadFactory threads) {
    executor = new ScheduledThreadPoolExecutor(1, threads);
    executor.setRemoveOnCancelPolicy(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** The alarm must not block. After the end nothing rings. */
  Future<?> after(long nanos, Runnable alarm) {
    return executor.schedule(alarm, nanos, TimeUnit.NANOSECONDS);
  }

  void close() {
    executor.shutdownNow();
  }
}
