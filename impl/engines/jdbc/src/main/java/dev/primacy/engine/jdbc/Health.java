package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Messages.LOG;

import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoreStatus;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How the connections are, for people: a line in the log for each change, and a status. */
final class Health {

  private final String target;
  private final Consumer<String> connected;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  // guarded by the lock
  private final Set<Lane> open = new HashSet<>();
  private final Set<Lane> broken = new HashSet<>();
  private String product = "";
  private boolean announces;
  private String reason = "still connecting";
  private @Nullable SQLException last;
  private boolean told;
  private boolean heard;

  /**
   * Knows nothing yet.
   *
   * @param target what people are shown
   * @param connected told of the database's product when it can be used, and again after it could
   *     not
   */
  Health(String target, Consumer<String> connected) {
    this.target = target;
    this.connected = connected;
  }

  void opened(Lane lane, Session session) {
    lock.lock();
    try {
      heard = true;
      product = session.product();
      announces = session.announces();
      open.add(lane);
      broken.remove(lane);
      if (broken.isEmpty() && !told) {
        connected.accept(product);
        told = true;
      }
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void failed(Lane lane, SQLException cause) {
    lock.lock();
    try {
      // at deployment the refusal says it
      boolean first = told || (!heard && Failures.lasting(cause).isEmpty());
      heard = true;
      told = false;
      last = cause;
      reason = Failures.told(cause);
      open.remove(lane);
      broken.add(lane);
      if (first) {
        LOG.unreachable(target, reason);
      }
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Why a request got no turn. */
  String whyNot(Lane lane) {
    lock.lock();
    try {
      return open.contains(lane) ? LOG.busy() : LOG.notConnected(reason);
    } finally {
      lock.unlock();
    }
  }

  /** Whether the database can tell other nodes of changes; false before it was seen. */
  boolean announces() {
    lock.lock();
    try {
      return announces;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the first connection or failure; empty unless only people can change it. */
  Optional<StoreException> firstProblem(long nanos) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (!heard && left > 0) {
        left = news.awaitNanos(left);
      }
      SQLException cause = last;
      return cause == null
          ? Optional.empty()
          : Failures.lasting(cause).map(message -> new StoreException(message, cause));
    } finally {
      lock.unlock();
    }
  }

  StoreStatus status() {
    lock.lock();
    try {
      return broken.isEmpty() && !open.isEmpty()
          ? new StoreStatus(StoreStatus.State.HEALTHY, product + " at " + target)
          : new StoreStatus(StoreStatus.State.UNREACHABLE, target + ": " + reason);
    } finally {
      lock.unlock();
    }
  }
}
