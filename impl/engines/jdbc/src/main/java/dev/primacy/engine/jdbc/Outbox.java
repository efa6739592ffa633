package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Messages.LOG;

import dev.primacy.spi.Message;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Messages on their way into the table. What several threads publish while a transaction is under
 * way goes with the next one together.
 */
final class Outbox {

  private enum Stage {
    WAITING,
    TAKEN,
    WRITTEN,
    FAILED
  }

  /** What one call publishes. Guarded by the lock. */
  private static final class Parcel {
    private final List<Message> messages;
    private Stage stage = Stage.WAITING;
    private @Nullable SQLException failure;

    Parcel(List<Message> messages) {
      this.messages = messages;
    }
  }

  private final Lane lane;
  private final EventLog log;
  private final int batch;
  private final long limitNanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  // guarded by the lock
  private final Deque<Parcel> waiting = new ArrayDeque<>();

  Outbox(Lane lane, EventLog log, int batch, long limitNanos) {
    this.lane = lane;
    this.log = log;
    this.batch = batch;
    this.limitNanos = limitNanos;
  }

  /**
   * Returns when they are committed.
   *
   * @throws NotSent if they certainly are not written
   * @throws SQLException if nobody knows, or the database refused them
   */
  void write(List<Message> messages) throws NotSent, SQLException, InterruptedException {
    Parcel parcel = new Parcel(messages);
    add(parcel);
    try {
      lane.call(session -> flush(session, parcel));
    } catch (NotSent e) {
      if (withdraw(parcel)) {
        throw e;
      }
      awaitEnd(parcel); // another thread's turn took it along
    } catch (SQLException e) {
      end(parcel, e);
    } finally {
      withdraw(parcel);
    }
    conclude(parcel);
  }

  private void add(Parcel parcel) {
    lock.lock();
    try {
      waiting.add(parcel);
    } finally {
      lock.unlock();
    }
  }

  private boolean withdraw(Parcel parcel) {
    lock.lock();
    try {
      return waiting.remove(parcel);
    } finally {
      lock.unlock();
    }
  }

  private void awaitEnd(Parcel parcel) throws InterruptedException {
    lock.lock();
    try {
      long left = limitNanos / 2;
      while (parcel.stage == Stage.TAKEN && left > 0) {
        left = news.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  private void conclude(Parcel parcel) throws SQLException {
    lock.lock();
    try {
      SQLException failure = parcel.failure;
      if (failure != null) {
        throw failure;
      }
      if (parcel.stage != Stage.WRITTEN) {
        throw new SQLTimeoutException(LOG.noAnswer(limitNanos / 1_000_000));
      }
    } finally {
      lock.unlock();
    }
  }

  /** On the thread that has the connection: until the one that asks was written. */
  private boolean flush(Session session, Parcel asked) throws SQLException {
    List<Parcel> taken = isOver(asked) ? List.of() : take();
    while (!taken.isEmpty()) {
      try {
        boolean unused =
            log.append(session, taken.stream().flatMap(p -> p.messages.stream()).toList());
        taken.forEach(parcel -> end(parcel, null));
      } catch (SQLException e) {
        taken.forEach(parcel -> end(parcel, e));
        throw e;
      }
      taken = isOver(asked) ? List.of() : take();
    }
    return true;
  }

  private boolean isOver(Parcel parcel) {
    lock.lock();
    try {
      return parcel.stage != Stage.WAITING;
    } finally {
      lock.unlock();
    }
  }

  private List<Parcel> take() {
    lock.lock();
    try {
      List<Parcel> taken = new ArrayList<>();
      int count = 0;
      while (!waiting.isEmpty() && count < batch) {
        Parcel parcel = waiting.remove();
        parcel.stage = Stage.TAKEN;
        count += parcel.messages.size();
        taken.add(parcel);
      }
      return taken;
    } finally {
      lock.unlock();
    }
  }

  private void end(Parcel parcel, @Nullable SQLException failure) {
    lock.lock();
    try {
      if (parcel.stage != Stage.WRITTEN && parcel.stage != Stage.FAILED) {
        parcel.stage = failure == null ? Stage.WRITTEN : Stage.FAILED;
        parcel.failure = failure;
        news.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }
}
