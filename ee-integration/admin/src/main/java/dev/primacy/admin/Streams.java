package dev.primacy.admin;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** All streams of events, on one thread that is there once somebody listens. Safe on any thread. */
final class Streams implements AutoCloseable {
  private static final long LAST_WORDS_MILLIS = 1_000;

  private final List<EventLog> logs;
  private final ThreadFactory threads;
  private final Duration heartbeat;
  private final Set<StreamWriter> writers = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable ScheduledThreadPoolExecutor executor; // guarded by lock
  private boolean closed; // guarded by lock

  /**
   * Makes streams without a thread.
   *
   * @param logs what is streamed
   * @param threads makes the thread
   * @param heartbeat how often a sign of life is sent
   */
  Streams(List<EventLog> logs, ThreadFactory threads, Duration heartbeat) {
    this.logs = List.copyOf(logs);
    this.threads = threads;
    this.heartbeat = heartbeat;
  }

  /**
   * Sends a feed from now on.
   *
   * @param feed the feed; closed in the end
   * @param context a request without a time-out
   * @throws IOException if nobody listens any more
   */
  void begin(EventFeed feed, AsyncContext context) throws IOException {
    ServletOutputStream out = context.getResponse().getOutputStream();
    ScheduledThreadPoolExecutor thread = thread();
    if (thread == null) {
      feed.close();
      context.complete();
      return;
    }
    StreamWriter[] made = new StreamWriter[1];
    made[0] = new StreamWriter(feed, context, out, thread, () -> writers.remove(made[0]));
    writers.add(made[0]);
    made[0].begin();
  }

  private @Nullable ScheduledThreadPoolExecutor thread() {
    lock.lock();
    try {
      if (executor == null && !closed) {
        executor = started();
      }
      return closed ? null : executor;
    } finally {
      lock.unlock();
    }
  }

  private ScheduledThreadPoolExecutor started() {
    ScheduledThreadPoolExecutor made = new ScheduledThreadPoolExecutor(1, threads);
    made.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    ScheduledFuture<?> unused =
        made.scheduleAtFixedRate(
            () -> logs.forEach(EventLog::heartbeat),
            heartbeat.toMillis(),
            heartbeat.toMillis(),
            TimeUnit.MILLISECONDS);
    return made;
  }

  /** Sends what is there, ends every stream and the thread. */
  @Override
  public void close() {
    logs.forEach(EventLog::close);
    ScheduledThreadPoolExecutor ending;
    lock.lock();
    try {
      closed = true;
      ending = executor;
      executor = null;
    } finally {
      lock.unlock();
    }
    if (ending != null) {
      end(ending);
    }
  }

  private void end(ScheduledThreadPoolExecutor ending) {
    ending.execute(() -> writers.forEach(StreamWriter::finish));
    ending.shutdown();
    try {
      ending.awaitTermination(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    ending.shutdownNow();
  }
}
