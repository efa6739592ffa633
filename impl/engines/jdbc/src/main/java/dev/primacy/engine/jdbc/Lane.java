package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Messages.LOG;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection, the one thread that uses it, and the requests that wait for it.
 *
 * <p>Callers are interrupted when their time is up; this thread never is, since an interrupt inside
 * an embedded H2 closes the files of the database under everybody. A statement that does not come
 * back is left to its fate, with its thread and connection, and a new pair takes over; a few such
 * pairs at most.
 */
final class Lane {

  /** Threads that may hang in the driver at a time. */
  static final int MOST_HANGING = 3;

  private final Workshop workshop;
  private final Consumer<Session> opened;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  // guarded by the lock
  private final Deque<Task<?>> waiting = new ArrayDeque<>();
  private final List<Worker> hanging = new ArrayList<>();
  private @Nullable Worker worker;
  private boolean closed;

  Lane(Workshop workshop) {
    this(workshop, session -> {});
  }

  /**
   * One that tells of its connections.
   *
   * @param opened gets each when it was opened, on the lane's thread
   */
  Lane(Workshop workshop, Consumer<Session> opened) {
    this.workshop = workshop;
    this.opened = opened;
  }

  /** Opens the connection in the background. */
  void start() {
    lock.lock();
    try {
      replaceWorker();
    } finally {
      lock.unlock();
    }
  }

  /** As {@link #start}, unless it was. */
  void open() {
    lock.lock();
    try {
      if (worker == null) {
        replaceWorker();
      }
    } finally {
      lock.unlock();
    }
  }

  /** On the worker's thread. */
  void opened(Session session) {
    // first, since who waits for good health then asks where the connection leads
    opened.accept(session);
    workshop.health().opened(this, session);
  }

  /** Does some work with the connection, and waits for it within the request's time. */
  <T> T call(Task.Work<T> work) throws NotSent, SQLException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    Task<T> task = new Task<>(work);
    enqueue(task);
    try {
      return task.await(workshop.limitNanos(), () -> workshop.health().whyNot(this));
    } finally {
      withdraw(task);
    }
  }

  private void enqueue(Task<?> task) throws NotSent {
    lock.lock();
    try {
      if (closed) {
        throw new NotSent(LOG.closed());
      }
      if (worker == null) {
        replaceWorker();
      }
      if (worker == null) {
        throw new NotSent(LOG.hanging(hanging.size()));
      }
      waiting.add(task);
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void withdraw(Task<?> task) {
    lock.lock();
    try {
      waiting.remove(task);
    } finally {
      lock.unlock();
    }
  }

  private void replaceWorker() {
    worker = null;
    if (!closed && hanging.size() < MOST_HANGING) {
      worker = new Worker(this, workshop);
      workshop.threads().newThread(worker).start();
    }
  }

  /** Has the connection opened anew before its next use. */
  void renew() {
    lock.lock();
    try {
      if (worker != null) {
        worker.renew();
        news.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * The next request; null after a while without one, at the end, and as soon as the connection has
   * to be opened anew. On the worker's thread.
   */
  @Nullable Task<?> next(Worker asker, long patienceNanos) {
    lock.lock();
    try {
      long left = patienceNanos;
      while (serves(asker) && waiting.isEmpty() && left > 0) {
        left = news.awaitNanos(left);
      }
      return serves(asker) ? waiting.poll() : null;
    } catch (InterruptedException e) {
      // nobody has a reason to; the thread ends, and the next request starts another one
      Thread.currentThread().interrupt();
      return null;
    } finally {
      lock.unlock();
    }
  }

  private boolean serves(Worker asker) {
    return isCurrent(asker) && !asker.isStale();
  }

  /** A pause between two attempts; over at once at the end. On the worker's thread. */
  void pause(Worker asker, long nanos) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (isCurrent(asker) && left > 0) {
        left = news.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  boolean isCurrent(Worker asker) {
    lock.lock();
    try {
      return worker == asker && !closed;
    } finally {
      lock.unlock();
    }
  }

  /** It does not come back: another one takes over, if there are not too many already. */
  void hangs(Worker stuck) {
    lock.lock();
    try {
      if (worker == stuck) {
        hanging.add(stuck);
        replaceWorker();
        news.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Its thread ends. */
  void ended(Worker gone) {
    lock.lock();
    try {
      hanging.remove(gone);
      if (worker == gone) {
        worker = null;
      }
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Refuses what waits and whatever comes; what is under way goes on. */
  void shut() {
    lock.lock();
    try {
      closed = true;
      waiting.forEach(task -> task.refuse(new NotSent(LOG.closed())));
      waiting.clear();
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the thread, then cuts the connection; what is left of the time. */
  long awaitEnd(long limitNanos) throws InterruptedException {
    lock.lock();
    try {
      long left = limitNanos;
      while ((worker != null || !hanging.isEmpty()) && left > 0) {
        left = news.awaitNanos(left);
      }
      if (worker != null || !hanging.isEmpty()) {
        LOG.slowClose(TimeUnit.NANOSECONDS.toMillis(limitNanos));
      }
      return Math.max(0, left);
    } finally {
      cut();
      lock.unlock();
    }
  }

  private void cut() {
    if (worker != null) {
      worker.cut();
    }
  }
}
