package dev.primacy.engine.zookeeper;

import static dev.primacy.engine.zookeeper.Messages.LOG;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooKeeper;
import org.jspecify.annotations.Nullable;

/** One client with its one session, from opening to its end. */
final class Session implements Watcher {

  private static final Duration CLOSE_LIMIT = Duration.ofMillis(1500);

  private final Events events;
  private final ThreadFactory threads;
  private final CompletableFuture<ZooKeeper> made = new CompletableFuture<>();
  private volatile @Nullable String server; // written by the client's send thread

  /** What a session tells its owner, on the client's event thread. */
  interface Events {
    void connected(Session session);

    void disconnected(Session session);

    void expired(Session session);

    void authenticationFailed(Session session);

    void changed(Session session, String path);
  }

  Session(Events events, ThreadFactory threads) {
    this.events = events;
    this.threads = threads;
  }

  void open(Clients clients) throws IOException {
    ZooKeeper client = clients.open(this, reached -> server = reached);
    if (!made.complete(client)) {
      close(client); // ended meanwhile
    }
  }

  /** On the event thread the first event may overtake the constructor's return, hence the wait. */
  ZooKeeper client() {
    return made.join();
  }

  /** The server that let it in last, as {@code host:port}; null before the first. */
  @Nullable String server() {
    return server;
  }

  @Override
  public void process(WatchedEvent event) {
    if (event.getType() != Event.EventType.None) {
      events.changed(this, event.getPath());
      return;
    }
    switch (event.getState()) {
      case SyncConnected -> events.connected(this);
      case Disconnected -> events.disconnected(this);
      case Expired -> events.expired(this);
      case AuthFailed -> events.authenticationFailed(this);
      default -> LOG.debugf("ZooKeeper client: %s", event.getState());
    }
  }

  /** Ends the session at the servers if they can be reached, and the threads, in bounded time. */
  void end() {
    made.cancel(false);
    if (made.isCancelled()) {
      return;
    }
    close(made.join());
  }

  private void close(ZooKeeper client) {
    int limit = Math.toIntExact(CLOSE_LIMIT.toMillis());
    if (!Bounded.run(threads, CLOSE_LIMIT, () -> client.close(limit))) {
      LOG.slowClose(limit);
    }
  }
}
