package dev.primacy.engine.zookeeper;

import static dev.primacy.engine.zookeeper.Messages.LOG;

import dev.primacy.spi.StoreException;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * Keeps this node's server running. When it ends of itself, the node is suspended first, the server
 * is closed for good, and another one is started from the same directory: exactly what a supervisor
 * of ZooKeeper processes does.
 */
final class Voter implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(30);
  private static final Duration PURGE_INTERVAL = Duration.ofHours(1);

  private final Configuration configuration;
  private final Target.Embedded ensemble;
  private final DataDirectory data;
  private final ThreadFactory threads;
  private final Maintenance maintenance;
  private final Suspension suspension;
  private final Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));
  private volatile @Nullable Server server; // written by the opener, then by maintenance only

  /** What happens to the node while its server is away. */
  interface Suspension {
    void suspend();

    void resume();
  }

  Voter(
      Configuration configuration,
      Target.Embedded ensemble,
      ThreadFactory threads,
      Maintenance maintenance,
      Suspension suspension) {
    this.configuration = configuration;
    this.ensemble = ensemble;
    this.data = new DataDirectory(ensemble.data().orElseThrow());
    this.threads = threads;
    this.maintenance = maintenance;
    this.suspension = suspension;
  }

  /**
   * The first start.
   *
   * @throws StoreException if it can never work as configured
   */
  void start() throws StoreException, InterruptedException {
    warn();
    Ports.requireFree(ensemble);
    boolean empty = data.isEmpty();
    data.prepare(ensemble);
    if (empty) {
      LOG.emptyData(data.path().toString());
    }
    ServerProperties.setProcessWideDefaults();
    run();
    Address self = ensemble.self();
    LOG.serverRuns(
        ensemble.id(),
        ensemble.voters().size(),
        ensemble.bind(),
        self.quorumPort(),
        self.electionPort(),
        self.clientPort(),
        data.path().toString());
    maintenance.repeatedly(data::purge, PURGE_INTERVAL.toMillis());
  }

  private void warn() {
    if (data.isBelowTemporary()) {
      LOG.dataBelowTemporary(data.path().toString());
    }
    if (!Address.isLoopback(ensemble.bind())) {
      LOG.insecure(ensemble.bind());
    }
    if (ensemble.voters().size() == 1) {
      LOG.singleVoter(ensemble.voters().get(0));
    }
  }

  private void run() throws StoreException, InterruptedException {
    if (!data.isEmpty()) {
      data.purge();
    }
    ServerProperties properties = new ServerProperties(configuration, ensemble, data);
    Server next = new Server(properties, threads, this::died);
    next.start(ensemble.self(), START_LIMIT);
    server = next;
  }

  boolean serves() {
    Server current = server;
    return current != null && current.serves();
  }

  /** On a thread of the server. */
  private void died(Throwable cause) {
    suspension.suspend();
    LOG.serverDied(ensemble.self(), String.valueOf(cause.getMessage()), cause);
    maintenance.once(this::restart, 0);
  }

  private void restart() {
    Server old = server;
    if (old != null) {
      old.close();
      server = null;
    }
    try {
      Ports.requireFree(ensemble);
      data.prepare(ensemble);
      run();
      backoff.reset();
      LOG.serverRunsAgain(ensemble.self());
      suspension.resume();
    } catch (StoreException e) {
      long delay = backoff.nextMillis();
      LOG.restartFailed(String.valueOf(e.getMessage()), delay);
      maintenance.once(this::restart, delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the engine is being closed
    }
  }

  /** Maintenance has ended before, so that nothing starts another server. */
  @Override
  public void close() {
    Server current = server;
    if (current != null) {
      current.close();
    }
  }
}
