package dev.primacy.engine.zookeeper;

import static dev.primacy.engine.zookeeper.Messages.LOG;

import dev.primacy.spi.StoreException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * This node's server, its directory and its ports. When the server ends of itself, the node is
 * suspended first and the server is closed for good; the store has failed then, and whoever opened
 * it opens another one on the same directory: what a supervisor of ZooKeeper processes does.
 */
final class Voter implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(30);
  private static final Duration PURGE_INTERVAL = Duration.ofHours(1);

  private final Configuration configuration;
  private final Target.Embedded ensemble;
  private final DataDirectory data;
  private final Maintenance maintenance;
  private final Runnable suspension;
  private volatile @Nullable Server server; // written once, by the opener

  Voter(
      Configuration configuration,
      Target.Embedded ensemble,
      Maintenance maintenance,
      Runnable suspension) {
    this.configuration = configuration;
    this.ensemble = ensemble;
    this.data = new DataDirectory(ensemble.data().orElseThrow());
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
    Server next = new Server(properties, this::died);
    next.start(ensemble.self(), START_LIMIT);
    server = next;
  }

  boolean serves() {
    Server current = server;
    return current != null && current.serves();
  }

  /** On a thread of the server, which cannot close itself. */
  private void died(Throwable cause) {
    suspension.run();
    LOG.serverDied(ensemble.self(), String.valueOf(cause.getMessage()), cause);
    maintenance.once(this::close, 0);
  }

  @Override
  public void close() {
    Server current = server;
    if (current != null) {
      current.close();
    }
  }
}
