package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Messages.LOG;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Listens to PostgreSQL's notifications, on a connection and a thread of its own. */
final class Ear implements Runnable {

  /** Who is told, on the ear's thread. */
  interface Audience {

    /** From now on announcements are heard; what was announced before was told to nobody. */
    void listening(Connection connection) throws SQLException;

    /** Something was announced. */
    void hear(String payload);

    /** Nothing is heard until it listens again. */
    default void deaf() {}
  }

  private static final int WAIT_MILLIS = 5_000;
  private static final int PING_SECONDS = 2;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final Source source;
  private final Channel channel;
  private final ThreadFactory threads;
  private final Audience audience;
  private final Backoff backoff = new Backoff(LONGEST_PAUSE);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  // guarded by the lock
  private @Nullable Connection connection;
  private Optional<String> endpoint = Optional.empty();
  private boolean started;
  private boolean closed;

  // by this thread only
  private boolean told;

  Ear(Source source, Channel channel, ThreadFactory threads, Audience audience) {
    this.source = source;
    this.channel = channel;
    this.threads = threads;
    this.audience = audience;
  }

  /** Begins to listen; a second call does nothing. */
  void start() {
    lock.lock();
    try {
      if (!started && !closed) {
        started = true;
        threads.newThread(this).start();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void run() {
    boolean again = true;
    while (again) {
      try (Connection next = source.connect()) {
        again = keep(next) && listen(next);
      } catch (SQLException e) {
        again = retry(e);
      }
    }
  }

  private boolean listen(Connection next) throws SQLException {
    Optional<Notices> notices = Notices.of(next);
    if (notices.isEmpty()) {
      LOG.noNotifications("the classes of its driver are not visible here");
      return false;
    }
    if (!next.getAutoCommit()) {
      next.setAutoCommit(true);
    }
    Dialect.execute(next, "LISTEN " + channel.name());
    backoff.reset();
    told = false;
    audience.listening(next);
    while (!isClosed()) {
      List<String> payloads = notices.get().await(WAIT_MILLIS);
      payloads.forEach(audience::hear);
      if (payloads.isEmpty() && !isClosed() && !next.isValid(PING_SECONDS)) {
        throw new SQLException(LOG.noAnswer(1000L * PING_SECONDS));
      }
    }
    return false;
  }

  /** False at the end. */
  private boolean retry(SQLException e) {
    audience.deaf();
    lock.lock();
    try {
      connection = null;
      if (!closed && !told) {
        told = true;
        LOG.noNotifications(Failures.text(e));
      }
      long left = backoff.nextNanos();
      while (!closed && left > 0) {
        left = news.awaitNanos(left);
      }
      return !closed;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private boolean keep(Connection next) {
    Optional<String> server = Whereabouts.of(next);
    lock.lock();
    try {
      connection = next;
      endpoint = server;
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Listens to this server and to no other: where records are written they are announced. */
  void follow(String server) {
    lock.lock();
    try {
      if (endpoint.isPresent() && !endpoint.get().equals(server)) {
        cut();
      }
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      cut();
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** On a thread of its own, since some drivers block in that. */
  private void cut() {
    Connection cut = connection;
    if (cut != null) {
      threads.newThread(() -> abort(cut)).start();
    }
  }

  private static void abort(Connection cut) {
    try {
      cut.abort(Runnable::run);
    } catch (SQLException e) {
      LOG.debugf(
          e,
          "aborting the listening connection; it ends in %s s",
          TimeUnit.MILLISECONDS.toSeconds(WAIT_MILLIS));
    }
  }
}
