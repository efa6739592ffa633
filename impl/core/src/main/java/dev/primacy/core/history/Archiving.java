package dev.primacy.core.history;

import dev.primacy.core.CoreLog;
import dev.primacy.core.gate.Clocks;
import dev.primacy.spi.ArchiveException;
import dev.primacy.spi.EventArchive;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * An archive in use: what is written to it, and forgotten in it, on a thread of its own, because it
 * may block.
 *
 * @since 0.1
 */
public final class Archiving implements AutoCloseable {
  /** How many events may wait for the archive. */
  static final int MOST_WAITING = 10_000;

  private static final Duration FORGET_EVERY = Duration.ofMinutes(1);
  private static final int FORGET_AT_ONCE = 1_000;

  private final EventArchive archive;
  private final HistorySettings settings;
  private final Clocks clocks;
  private final Persister persister;
  private final ArchiveSearch search;
  private final ScheduledThreadPoolExecutor thread;

  /**
   * Makes it; nothing is written before {@link #start}.
   *
   * @param archive open
   * @param settings how often to write, and how long to keep
   * @param clocks for what is too old
   * @param threads makes the thread
   */
  public Archiving(
      EventArchive archive, HistorySettings settings, Clocks clocks, ThreadFactory threads) {
    this.archive = archive;
    this.settings = settings;
    this.clocks = clocks;
    this.persister = new Persister(archive, MOST_WAITING);
    this.search = new ArchiveSearch(archive);
    this.thread = new ScheduledThreadPoolExecutor(1, threads);
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  Persister persister() {
    return persister;
  }

  ArchiveSearch search() {
    return search;
  }

  /** Begins to write. */
  public void start() {
    every(settings.writeEvery(), persister);
    every(FORGET_EVERY, this::forget);
  }

  private void every(Duration period, Runnable task) {
    long nanos = period.toNanos();
    var unused = thread.scheduleWithFixedDelay(task, nanos, nanos, TimeUnit.NANOSECONDS);
  }

  /** What could not be forgotten is, the next time. */
  private void forget() {
    Instant before = Instant.ofEpochMilli(clocks.millis()).minus(settings.keep());
    try {
      int forgotten;
      do {
        forgotten = archive.forget(before, FORGET_AT_ONCE);
      } while (forgotten >= FORGET_AT_ONCE);
    } catch (ArchiveException | RuntimeException away) {
      CoreLog.LOG.debugf("old events stay in the archive for now: %s", away.getMessage());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Writes what waits, once, and ends; what the archive does not take in time is lost.
   *
   * @param patience how long to wait
   * @throws InterruptedException if this thread was interrupted
   */
  public void close(Duration patience) throws InterruptedException {
    try {
      thread.execute(persister);
      thread.shutdown();
      thread.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException again) {
      return;
    } finally {
      thread.shutdownNow();
      archive.close();
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    archive.close();
  }
}
