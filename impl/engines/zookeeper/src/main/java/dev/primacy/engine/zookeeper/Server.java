package dev.primacy.engine.zookeeper;

import static dev.primacy.engine.zookeeper.Messages.LOG;

import dev.primacy.spi.StoreException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.security.sasl.SaslException;
import org.apache.zookeeper.server.admin.AdminServer.AdminServerException;
import org.apache.zookeeper.server.quorum.QuorumPeer;
import org.apache.zookeeper.server.quorum.QuorumPeerConfig.ConfigException;
import org.apache.zookeeper.server.quorum.QuorumPeerMain;
import org.jspecify.annotations.Nullable;

/**
 * One run of an embedded server, from start to end; started again it is another object.
 *
 * <p>It runs ZooKeeper's own main class rather than {@code ZooKeeperServerEmbedded}: that one turns
 * fatal errors into log lines, waits out its whole time limit when the server dies at once, leaves
 * a configuration file per start, and hides whether the server serves.
 */
final class Server implements AutoCloseable {

  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

  private final ServerProperties properties;
  private final Consumer<Throwable> died;
  private final FatalExits.Owner exits;
  private final Main main = new Main();
  private final Thread runner;
  private final CompletableFuture<Void> started = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final AtomicBoolean dead = new AtomicBoolean();
  private volatile boolean closing;

  /**
   * Makes a server that does not run yet.
   *
   * @param died told at most once, on a thread of the server; only hands over
   */
  Server(ServerProperties properties, Consumer<Throwable> died) {
    this.properties = properties;
    this.died = died;
    this.exits = FatalExits.own(this::end);
    this.runner = OwnThreads.INSTANCE.newThread(this::run);
  }

  /**
   * Starts it, off the calling thread.
   *
   * @param limit how long to wait for a sign of life, which is not yet a quorum
   * @throws StoreException if it did not start; it is closed then
   */
  void start(Address self, Duration limit) throws StoreException, InterruptedException {
    runner.start();
    try {
      started.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      close();
      throw new StoreException(LOG.serverDidNotStart(self, reason(e)), e);
    } catch (TimeoutException e) {
      close();
      String reason = "no sign of life within " + limit.toMillis() + " ms";
      throw new StoreException(LOG.serverDidNotStart(self, reason), e);
    } catch (InterruptedException e) {
      close();
      throw e;
    }
  }

  private static String reason(ExecutionException e) {
    Throwable cause = e.getCause();
    StringBuilder text = new StringBuilder(String.valueOf(cause));
    if (cause != null && cause.getCause() != null) {
      text.append(", ").append(cause.getCause());
    }
    return text.toString();
  }

  /** Whether it leads or follows and is up to date with its quorum. */
  boolean serves() {
    QuorumPeer peer = main.peer;
    return !closing && peer != null && peer.getZabState() == QuorumPeer.ZabState.BROADCAST;
  }

  private void run() {
    exits.adoptCurrentThread();
    // ZooKeeper looks classes up by it, and its threads inherit it.
    Thread.currentThread().setContextClassLoader(Server.class.getClassLoader());
    try {
      main.runFromConfig(properties.parse());
      end(new IOException("it ended by itself"));
    } catch (IOException | ConfigException | AdminServerException | RuntimeException | Error e) {
      end(e);
    } finally {
      ended.complete(null);
    }
  }

  private void end(Throwable cause) {
    boolean duringStart = started.completeExceptionally(cause);
    // Several of its threads may fail, and the one that runs it always ends after them.
    if (dead.compareAndSet(false, true) && !duringStart && !closing) {
      died.accept(cause);
    }
  }

  /** Ends it in bounded time; election threads of ZooKeeper's may take three seconds longer. */
  @Override
  public void close() {
    closing = true;
    Bounded.run(OwnThreads.INSTANCE, CLOSE_LIMIT, main::close);
    if (runner.isAlive()) {
      runner.interrupt();
      Bounded.await(ended, CLOSE_LIMIT);
    }
    exits.close();
  }

  /** Keeps hold of the peer, which ZooKeeper's main class forgets when it is closed. */
  private final class Main extends QuorumPeerMain {
    private volatile @Nullable QuorumPeer peer;

    @Override
    protected QuorumPeer getQuorumPeer() throws SaslException {
      QuorumPeer made =
          new QuorumPeer() {
            @Override
            public synchronized void start() {
              super.start();
              started.complete(null);
            }
          };
      peer = made;
      return made;
    }
  }
}
