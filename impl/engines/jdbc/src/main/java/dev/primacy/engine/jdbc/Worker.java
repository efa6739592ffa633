package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Messages.LOG;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** The thread of a lane: opens the connection, serves requests with it, replaces it when broken. */
final class Worker implements Runnable {

  /** Firewalls forget connections that say nothing; and a broken one should not wait for a need. */
  private static final long IDLE_NANOS = Duration.ofSeconds(30).toNanos();

  /** Drivers have times of their own for this, and opening may include recovery of an H2 file. */
  private static final long OPENING_NANOS = Duration.ofSeconds(30).toNanos();

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final Lane lane;
  private final Workshop workshop;
  private final Backoff backoff;

  // written by this thread, cut by others
  private volatile @Nullable Session session;
  private volatile boolean stale;

  Worker(Lane lane, Workshop workshop) {
    this.lane = lane;
    this.workshop = workshop;
    Duration limit = Duration.ofNanos(workshop.limitNanos());
    this.backoff = new Backoff(limit.compareTo(LONGEST_PAUSE) < 0 ? limit : LONGEST_PAUSE);
  }

  @Override
  public void run() {
    try {
      while (lane.isCurrent(this)) {
        Session open = opened();
        if (open != null) {
          serve(open);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      drop();
      lane.ended(this);
    }
  }

  private @Nullable Session opened() throws InterruptedException {
    Session open = session;
    if (open != null && !stale) {
      return open;
    }
    drop();
    stale = false;
    Future<?> alarm = alarm(OPENING_NANOS, this::hang);
    try {
      open = workshop.sessions().open();
      session = open;
      backoff.reset();
      report(open);
      return open;
    } catch (SQLException e) {
      report(e);
    } finally {
      cancel(alarm);
    }
    lane.pause(this, backoff.nextNanos());
    return null;
  }

  private void serve(Session open) {
    Task<?> task = lane.next(this, IDLE_NANOS);
    if (task != null && task.begin()) {
      perform(task, open);
    } else if (task == null && !stale && lane.isCurrent(this)) {
      perform(new Task<>(Session::ping), open);
    }
  }

  private void perform(Task<?> task, Session open) {
    Future<?> alarm = alarm(workshop.limitNanos(), () -> hang(task));
    try {
      task.run(open);
    } catch (SQLException e) {
      LOG.debugf(e, "a statement failed");
      if (!Failures.keepsConnection(e)) {
        stale = true;
        report(e);
      }
      task.fail(e);
    } catch (RuntimeException e) {
      LOG.defect(e);
      stale = true;
      task.fail(new SQLException(e));
    } finally {
      cancel(alarm);
    }
  }

  /** On the alarm's thread. */
  private void hang(Task<?> task) {
    hang();
    task.fail(late());
  }

  private void hang() {
    report(late());
    lane.hangs(this);
    cut();
  }

  private SQLException late() {
    return new SQLTimeoutException(LOG.noAnswer(workshop.limitNanos() / 1_000_000));
  }

  /** What became of one that was given up concerns nobody. */
  private void report(SQLException failure) {
    if (lane.isCurrent(this)) {
      workshop.health().failed(lane, failure);
    }
  }

  private void report(Session open) {
    if (lane.isCurrent(this)) {
      lane.opened(open);
      if (open.announces()) {
        workshop.announcing().run();
      }
    }
  }

  private @Nullable Future<?> alarm(long nanos, Runnable action) {
    try {
      return workshop.alarms().after(nanos, action);
    } catch (RejectedExecutionException closed) {
      return null; // the end of the store waits no longer than that
    }
  }

  private static void cancel(@Nullable Future<?> alarm) {
    if (alarm != null) {
      alarm.cancel(false);
    }
  }

  /** Before the next request the connection is opened anew, and looked at again. */
  void renew() {
    stale = true;
  }

  boolean isStale() {
    return stale;
  }

  /** Ends whatever waits for the network. Some drivers block in this too. On any thread. */
  void cut() {
    Session cut = session;
    if (cut != null) {
      workshop.threads().newThread(cut::abort).start();
    }
  }

  private void drop() {
    Session old = session;
    session = null;
    if (old != null) {
      old.close();
    }
  }
}
