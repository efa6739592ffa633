package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Messages.LOG;

import dev.primacy.spi.RecordKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Listens to PostgreSQL's notifications, on a connection and a thread of its own. */
final class Ear implements Runnable {

  private static final int WAIT_MILLIS = 5_000;
  private static final int PING_SECONDS = 2;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final Source source;
  private final Configuration configuration;
  private final Channel channel;
  private final ThreadFactory threads;
  private final List<Consumer<RecordKey>> consumers = new CopyOnWriteArrayList<>();
  private final Backoff backoff = new Backoff(LONGEST_PAUSE);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  // guarded by the lock
  private @Nullable Connection connection;
  private boolean started;
  private boolean closed;

  // by this thread only
  private boolean told;

  Ear(Source source, Configuration configuration, ThreadFactory threads) {
    this.source = source;
    this.configuration = configuration;
    this.channel = Channel.of(configuration);
    this.threads = threads;
  }

  void add(Consumer<RecordKey> consumer) {
    consumers.add(consumer);
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
    hintAll(next);
    while (!isClosed()) {
      List<String> payloads = notices.get().await(WAIT_MILLIS);
      payloads.forEach(this::hint);
      if (payloads.isEmpty() && !isClosed() && !next.isValid(PING_SECONDS)) {
        throw new SQLException(LOG.noAnswer(1000L * PING_SECONDS));
      }
    }
    return false;
  }

  /** What changed while nobody listened was told to nobody. */
  private void hintAll(Connection next) throws SQLException {
    String names = new Layout(configuration.table()).selectNames();
    try (PreparedStatement statement = next.prepareStatement(names)) {
      statement.setString(1, Names.stored(configuration.cluster()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          hint(rows.getString(1) + '/' + rows.getString(2));
        }
      }
    }
  }

  private void hint(String payload) {
    Optional<RecordKey> key = Channel.key(payload);
    if (key.isPresent()) {
      consumers.forEach(consumer -> consumer.accept(key.get()));
    }
  }

  /** False at the end. */
  private boolean retry(SQLException e) {
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
    lock.lock();
    try {
      connection = next;
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

  /** Cuts the connection, on a thread of its own since some drivers block in that. */
  void close() {
    Connection cut;
    lock.lock();
    try {
      closed = true;
      cut = connection;
      news.signalAll();
    } finally {
      lock.unlock();
    }
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
