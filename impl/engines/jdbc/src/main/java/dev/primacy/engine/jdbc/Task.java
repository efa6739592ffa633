package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Messages.LOG;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way from the thread that asks to the thread that has the connection. It is
 * either begun or withdrawn, never both: so a caller who gave up knows whether anything was sent.
 */
final class Task<T> {

  /** What is done with the connection. */
  interface Work<T> {
    T on(Session session) throws SQLException;
  }

  private enum Stage {
    WAITING,
    BEGUN,
    DONE
  }

  private final Work<T> work;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  // guarded by the lock
  private Stage stage = Stage.WAITING;
  private @Nullable T answer;
  private @Nullable Exception failure;

  Task(Work<T> work) {
    this.work = work;
  }

  /** By the thread that has the connection; false if nobody wants it any more. */
  boolean begin() {
    lock.lock();
    try {
      if (stage != Stage.WAITING) {
        return false;
      }
      stage = Stage.BEGUN;
      news.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  void run(Session session) throws SQLException {
    T result = work.on(session);
    end(result, null);
  }

  /** It was begun and failed. */
  void fail(Exception cause) {
    end(null, cause);
  }

  /** It will never be begun; without effect if it was. */
  void refuse(NotSent cause) {
    if (begin()) {
      end(null, cause);
    }
  }

  private void end(@Nullable T result, @Nullable Exception cause) {
    lock.lock();
    try {
      if (stage != Stage.DONE) {
        stage = Stage.DONE;
        answer = result;
        failure = cause;
        news.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits: half the time for a turn, and what is left for the answer. */
  T await(long limitNanos, Supplier<String> otherwise)
      throws NotSent, SQLException, InterruptedException {
    lock.lock();
    try {
      long left = awaitTurn(limitNanos);
      if (stage == Stage.WAITING) {
        stage = Stage.DONE;
        throw new NotSent(otherwise.get());
      }
      while (stage == Stage.BEGUN && left > 0) {
        left = news.awaitNanos(left);
      }
      return outcome(limitNanos);
    } catch (InterruptedException e) {
      stage = stage == Stage.WAITING ? Stage.DONE : stage;
      throw e;
    } finally {
      lock.unlock();
    }
  }

  private long awaitTurn(long limitNanos) throws InterruptedException {
    long half = limitNanos / 2;
    long left = limitNanos - half;
    while (stage == Stage.WAITING && left > 0) {
      left = news.awaitNanos(left);
    }
    return half + Math.max(0, left);
  }

  private T outcome(long limitNanos) throws NotSent, SQLException {
    if (failure instanceof NotSent never) {
      throw never;
    }
    if (failure instanceof SQLException known) {
      throw known;
    }
    T result = answer;
    if (stage == Stage.DONE && failure == null && result != null) {
      return result;
    }
    throw new SQLTimeoutException(LOG.noAnswer(limitNanos / 1_000_000), failure);
  }
}
