package dev.primacy.core.runtime;

import static dev.primacy.core.CoreLog.LOG;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes log lines, in order, on a thread of its own: a log that blocks delays neither time limits
 * nor observers nor the store. What such a log leaves no room for is counted, and the number is
 * told once it goes on.
 */
final class Scribe {
  private static final int MOST_WAITING = 1024;
  private static final Duration IDLE = Duration.ofSeconds(60);

  private final ThreadPoolExecutor executor;
  private final AtomicLong leftOut = new AtomicLong();

  Scribe(ThreadFactory threads) {
    this(threads, Execution.SYSTEM);
  }

  Scribe(ThreadFactory threads, Execution execution) {
    executor = execution.pool(1, IDLE, MOST_WAITING, threads);
    executor.allowCoreThreadTimeOut(true);
  }

  /** Any thread; never waits before {@link #close}, after it the line is written at once. */
  void write(Runnable line) {
    try {
      executor.execute(() -> writeNow(line));
    } catch (RejectedExecutionException refused) {
      if (executor.isShutdown()) {
        line.run();
      } else {
        leftOut.incrementAndGet();
      }
    }
  }

  /** The number is told behind the first line after the gap that there was room for. */
  private void writeNow(Runnable line) {
    line.run();
    long missing = leftOut.getAndSet(0);
    if (missing > 0) {
      LOG.linesLeftOut(missing);
    }
  }

  /** Writes what waits, and ends; lines that a log does not take in time are lost. */
  void close(Duration patience) throws InterruptedException {
    executor.shutdown();
    if (!executor.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS)) {
      executor.shutdownNow();
    }
  }
}
