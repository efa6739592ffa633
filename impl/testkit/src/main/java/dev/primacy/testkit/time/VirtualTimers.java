package dev.primacy.testkit.time;

import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Timers of a node; their tasks do not block, so that they need no thread. */
final class VirtualTimers extends ScheduledThreadPoolExecutor {
  private final Place place;
  private volatile boolean closed;

  VirtualTimers(Place place, ThreadFactory factory) {
    super(1, factory);
    this.place = place;
  }

  private final class Alarm extends FutureTask<Object> implements ScheduledFuture<Object> {
    private final long due;
    private final long period;

    Alarm(Runnable task, long delay, long period) {
      super(task, place);
      this.due = place.nanos() + delay;
      this.period = period;
      place.in(delay, this::ring);
    }

    private void ring() {
      if (closed || isCancelled()) {
        return;
      }
      if (period == 0) {
        run();
      } else if (runAndReset()) {
        place.in(period, this::ring);
      }
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(due - place.nanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    return new Alarm(task, unit.toNanos(delay), 0);
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable task, long first, long delay, TimeUnit unit) {
    return new Alarm(task, unit.toNanos(first), Math.max(1, unit.toNanos(delay)));
  }

  @Override
  public Future<?> submit(Runnable task) {
    return new Alarm(task, 0, 0);
  }

  @Override
  public List<Runnable> shutdownNow() {
    closed = true;
    return super.shutdownNow();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return true;
  }
}
