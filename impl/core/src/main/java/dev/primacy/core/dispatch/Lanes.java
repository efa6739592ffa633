package dev.primacy.core.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Lanes side by side on a bounded pool. Its threads are made when first needed and stay, so that an
 * event costs one hand-off.
 *
 * @since 0.1
 */
public final class Lanes {
  private final ThreadPoolExecutor pool;

  // few, however many lanes there are
  private final Map<Thread, Seat> seats = new ConcurrentHashMap<>();

  /**
   * Makes the pool.
   *
   * @param threads how many lanes run side by side
   * @param factory makes them
   */
  public Lanes(int threads, ThreadFactory factory) {
    this(
        new ThreadPoolExecutor(
            threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory));
  }

  /**
   * Takes a pool.
   *
   * @param pool runs the lanes, and is closed with them
   */
  public Lanes(ThreadPoolExecutor pool) {
    this.pool = pool;
  }

  /**
   * Makes a lane.
   *
   * @param name the group's name, or what else it serves
   * @param limit how many tasks it takes
   * @return the lane
   */
  public Lane lane(String name, int limit) {
    return new Lane(name, limit, this);
  }

  /** The current thread's. */
  Seat seat() {
    return seats.computeIfAbsent(Thread.currentThread(), first -> new Seat());
  }

  void schedule(Lane lane) {
    try {
      pool.execute(lane);
    } catch (RejectedExecutionException closed) {
      // after the last event nobody is told anything
      return;
    }
  }

  boolean isClosed() {
    return pool.isShutdown();
  }

  /**
   * What is being observed right now.
   *
   * @return at most one event of each thread
   */
  List<Running> running() {
    seats.keySet().removeIf(thread -> !thread.isAlive());
    return seats.values().stream().map(Seat::running).filter(Objects::nonNull).toList();
  }

  /**
   * Whether lanes wait because every thread is taken.
   *
   * @return true if they do
   */
  boolean isStarved() {
    return pool.getActiveCount() == pool.getMaximumPoolSize() && !pool.getQueue().isEmpty();
  }

  /**
   * How many lanes run side by side at most.
   *
   * @return the number of threads
   */
  public int threads() {
    return pool.getMaximumPoolSize();
  }

  /**
   * Runs what is queued and ends. A thread that does not finish in time is interrupted.
   *
   * @param patience how long to wait
   * @return false if it had to interrupt
   * @throws InterruptedException if this thread was interrupted; the others then are, too
   */
  public boolean close(Duration patience) throws InterruptedException {
    pool.shutdown();
    try {
      return pool.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS);
    } finally {
      pool.shutdownNow();
    }
  }
}
