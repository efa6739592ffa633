package dev.primacy.engine.zookeeper;

import static dev.primacy.engine.zookeeper.Messages.LOG;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.zookeeper.ZooKeeper;
import org.jspecify.annotations.Nullable;

/**
 * One session at a time, and whether it is connected. A request gets a client only while that is
 * connected, so that nothing is queued by ZooKeeper to be sent at some later time; an expired
 * session is replaced in the background.
 */
final class Connection implements AutoCloseable {

  private final Clients clients;
  private final Listener listener;
  private final ThreadFactory threads;
  private final Maintenance maintenance;
  private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));
  private final Session.Events events = new Reactions();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  // Guarded by the lock.
  private @Nullable Session session;
  private State state = State.DISCONNECTED;
  // Written by the client's event thread: when it changes, what the server before had to tell of
  // changes has been told.
  private volatile @Nullable String server;

  /** What a request finds. */
  enum State {
    CONNECTED,
    DISCONNECTED,
    SUSPENDED,
    CLOSED
  }

  /** Told on the client's event thread; only hands over. */
  interface Listener {
    /** Before any request is given the client. */
    void connected(ZooKeeper client);

    void disconnected();

    void changed(ZooKeeper client, String path);
  }

  /** A client to use, and what is left of the time. */
  record Turn(ZooKeeper client, long remainingNanos) {}

  Connection(Clients clients, Listener listener, ThreadFactory threads, Maintenance maintenance) {
    this.clients = clients;
    this.listener = listener;
    this.threads = threads;
    this.maintenance = maintenance;
  }

  State state() {
    lock.lock();
    try {
      return state;
    } finally {
      lock.unlock();
    }
  }

  /** Where it is connected to, or was last; null before it ever was. */
  @Nullable String server() {
    return server;
  }

  String servers() {
    return clients.servers();
  }

  /** What a request is told that found no client. */
  String absence() {
    return switch (state()) {
      case CLOSED -> LOG.closed();
      case SUSPENDED -> LOG.suspended();
      default -> clients.notConnected();
    };
  }

  /**
   * Waits for a connection, for half the time that a request has.
   *
   * @return null if there was none: nothing was sent
   */
  @Nullable Turn await(Duration limit) throws InterruptedException {
    long half = limit.toNanos() / 2;
    long remaining = half;
    lock.lockInterruptibly();
    try {
      while (state == State.DISCONNECTED && remaining > 0) {
        remaining = changed.awaitNanos(remaining);
      }
      Session current = session;
      return state == State.CONNECTED && current != null
          ? new Turn(current.client(), half + Math.max(0, remaining))
          : null;
    } finally {
      lock.unlock();
    }
  }

  /** Opens the first or the next session. */
  void open() {
    Session next = new Session(events, threads);
    if (!replace(next, State.DISCONNECTED)) {
      return;
    }
    try {
      next.open(clients);
    } catch (IOException | IllegalArgumentException e) {
      long delay = backoff.nextMillis();
      LOG.clientNotMade(String.valueOf(e.getMessage()), delay);
      maintenance.once(this::open, delay);
    }
  }

  /** Refuses all requests for good; the session goes in the background. On any thread. */
  void suspend() {
    if (become(State.SUSPENDED)) {
      maintenance.once(() -> replace(null, State.SUSPENDED), 0);
    }
  }

  @Override
  public void close() {
    replace(null, State.CLOSED);
  }

  /** The old session, if any, is ended on the calling thread, in bounded time. */
  private boolean replace(@Nullable Session next, State nextState) {
    Session old;
    lock.lock();
    try {
      if (state == State.CLOSED || (state == State.SUSPENDED && next != null)) {
        return false;
      }
      old = session;
      session = next;
      state = nextState;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    if (old != null) {
      old.end();
    }
    return true;
  }

  private boolean become(State next) {
    lock.lock();
    try {
      if (state == State.CLOSED) {
        return false;
      }
      state = next;
      changed.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Events of sessions that were replaced concern nobody. */
  private final class Reactions implements Session.Events {

    @Override
    public void connected(Session source) {
      backoff.reset();
      // First, so that what the listener queues is ahead of every request.
      listener.connected(source.client());
      if (become(source, State.CONNECTED)) {
        arrived(source.server());
      }
    }

    private void arrived(@Nullable String now) {
      String before = server;
      server = now;
      if (before != null && now != null && !before.equals(now)) {
        LOG.otherServer(now, before);
      }
    }

    @Override
    public void disconnected(Session source) {
      if (become(source, State.DISCONNECTED)) {
        listener.disconnected();
      }
    }

    @Override
    public void expired(Session source) {
      if (become(source, State.DISCONNECTED)) {
        LOG.sessionExpired();
        listener.disconnected();
        maintenance.once(Connection.this::open, backoff.nextMillis());
      }
    }

    @Override
    public void authenticationFailed(Session source) {
      if (become(source, State.DISCONNECTED)) {
        LOG.authenticationFailed();
        listener.disconnected();
        maintenance.once(Connection.this::open, backoff.nextMillis());
      }
    }

    @Override
    public void changed(Session source, String path) {
      listener.changed(source.client(), path);
    }

    private boolean become(Session source, State next) {
      lock.lock();
      try {
        return session == source && state != State.SUSPENDED && Connection.this.become(next);
      } finally {
        lock.unlock();
      }
    }
  }
}
