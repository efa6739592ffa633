package dev.primacy.core.dispatch;

import dev.primacy.event.ClusterEvent;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/**
 * Tasks of one group: one at a time, in order, on whichever thread of the pool is free. Costs one
 * hand-off when it was idle and none while it is busy. There may be ten thousand, so each is small.
 *
 * @since 0.1
 */
public final class Lane implements Runnable {
  private static final AtomicIntegerFieldUpdater<Lane> WAITING =
      AtomicIntegerFieldUpdater.newUpdater(Lane.class, "waiting");

  /** Tasks in a row before other lanes get the thread. */
  private static final int TURN = 64;

  private final String name;
  private final int limit;
  private final Lanes lanes;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

  // incremented after its task was queued; whoever raises it from 0 schedules the lane
  private volatile int waiting;

  Lane(String name, int limit, Lanes lanes) {
    this.name = name;
    this.limit = limit;
    this.lanes = lanes;
  }

  /**
   * The group's name, or what else it serves.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * How many tasks it takes before it is full.
   *
   * @return the limit
   */
  public int limit() {
    return limit;
  }

  /**
   * How many tasks wait or run.
   *
   * @return the number
   */
  public int waiting() {
    return waiting;
  }

  /**
   * Whether {@link #offer} would refuse.
   *
   * @return true if as many tasks wait as it takes
   */
  public boolean isFull() {
    return waiting >= limit;
  }

  /**
   * Queues a task unless the lane is full.
   *
   * @param task what to run
   * @return false if it is full
   */
  public boolean offer(Runnable task) {
    if (isFull()) {
      return false;
    }
    add(task);
    return true;
  }

  /**
   * Queues a task whether or not the lane is full: for the few that must not be lost.
   *
   * @param task what to run
   */
  public void add(Runnable task) {
    tasks.add(task);
    if (WAITING.getAndIncrement(this) == 0) {
      lanes.schedule(this);
    }
  }

  /**
   * Notes that an event is being observed from now on; called by the task.
   *
   * @param event the event
   * @param nanos now
   */
  public void observing(ClusterEvent event, long nanos) {
    lanes.seat().observe(new Running(event, Thread.currentThread(), nanos));
  }

  /**
   * Notes that nothing is being observed any more on this thread; for threads that are not of the
   * pool, which a lane leaves by itself.
   */
  public void observed() {
    lanes.seat().leave();
  }

  /** What the pool runs: tasks, until none waits or the turn is over. Nobody else calls it. */
  @Override
  public void run() {
    int waitingStill = runOne();
    for (int left = TURN; waitingStill > 0 && (left > 0 || lanes.isClosed()); left--) {
      waitingStill = runOne();
    }
    if (waitingStill > 0) {
      lanes.schedule(this);
    }
  }

  private int runOne() {
    boolean completed = false;
    try {
      Runnable task = tasks.poll();
      if (task != null) {
        task.run();
      }
      completed = true;
    } finally {
      lanes.seat().leave();
      // an error ends the thread, never the lane
      if (!completed && WAITING.decrementAndGet(this) > 0) {
        lanes.schedule(this);
      }
    }
    return WAITING.decrementAndGet(this);
  }
}
