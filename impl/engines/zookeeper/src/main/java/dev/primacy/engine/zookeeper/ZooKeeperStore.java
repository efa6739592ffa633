package dev.primacy.engine.zookeeper;

import static dev.primacy.engine.zookeeper.Messages.LOG;

import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoreStatus;
import dev.primacy.spi.StoredRecord;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.zookeeper.ZooKeeper;
import org.jspecify.annotations.Nullable;

/** The open store: who is told what, and the order in which things start and end. */
final class ZooKeeperStore implements RecordStore {

  private static final long PRESENCE_MILLIS = 500;
  private static final long DIAGNOSIS_MILLIS = 1000;

  private final Maintenance maintenance;
  private final Clients clients;
  private final Connection connection;
  private final Paths paths;
  private final Layout layout;
  private final Permission permission;
  private final Records records;
  private final Hints hints;
  private final @Nullable Voter voter;
  private final @Nullable Presence presence;
  private final AtomicBoolean closed = new AtomicBoolean();

  ZooKeeperStore(Configuration configuration, ThreadFactory threads) {
    clients = new Clients(configuration);
    paths = new Paths(configuration.root());
    maintenance = new Maintenance(threads);
    layout = new Layout(paths, clients.acl());
    hints = new Hints(paths);
    connection = new Connection(clients, new Reactions(), threads, maintenance);
    permission = new Permission(reason -> maintenance.once(() -> LOG.warn(reason), 0));
    records = records(configuration);
    if (configuration.target() instanceof Target.Embedded ensemble) {
      voter = ensemble.runsServer() ? voter(configuration, ensemble) : null;
      presence = new Presence(paths, clients.acl(), ensemble, this::serves);
    } else {
      voter = null;
      presence = null;
    }
  }

  private Records records(Configuration configuration) {
    return new Records(
        connection, paths, layout, clients.acl(), configuration.requestTimeout(), permission);
  }

  private Voter voter(Configuration configuration, Target.Embedded ensemble) {
    return new Voter(configuration, ensemble, maintenance, connection::suspend);
  }

  private boolean serves() {
    return voter != null && voter.serves();
  }

  /** The server first, then the client. */
  void start() throws StoreException, InterruptedException {
    if (voter != null) {
      voter.start();
    }
    connection.open();
    if (clients.areEncrypted()) {
      maintenance.repeatedly(this::diagnose, DIAGNOSIS_MILLIS);
    }
    if (presence != null) {
      maintenance.repeatedly(presence::refresh, PRESENCE_MILLIS);
    }
  }

  private void diagnose() {
    if (connection.state() == Connection.State.DISCONNECTED) {
      clients.diagnose();
    }
  }

  @Override
  public Optional<StoredRecord> read(RecordKey key) throws StoreException, InterruptedException {
    return records.read(key);
  }

  @Override
  public List<StoredRecord> list() throws StoreException, InterruptedException {
    return records.list();
  }

  @Override
  public PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
    return records.put(key, expected, value);
  }

  @Override
  public List<StoredRecord> putAndList(
      RecordKey key, RecordVersion expected, byte[] value, Consumer<PutOutcome> written)
      throws StoreException, InterruptedException {
    return records.putAndList(key, expected, value, written);
  }

  @Override
  public PutOutcome remove(RecordKey key, RecordVersion expected) {
    return records.remove(key, expected);
  }

  @Override
  public boolean watch(Consumer<RecordKey> hint) {
    hints.add(hint);
    return true;
  }

  @Override
  public StoreStatus status() {
    return switch (connection.state()) {
      case CLOSED -> new StoreStatus(StoreStatus.State.FAILED, LOG.closed());
      case SUSPENDED -> new StoreStatus(StoreStatus.State.FAILED, LOG.suspended());
      case DISCONNECTED -> new StoreStatus(StoreStatus.State.UNREACHABLE, clients.disconnection());
      case CONNECTED -> connected();
    };
  }

  private StoreStatus connected() {
    String refusal = permission.refusal();
    if (refusal != null) {
      return new StoreStatus(StoreStatus.State.DEGRADED, refusal);
    }
    return presence == null
        ? new StoreStatus(StoreStatus.State.HEALTHY, "connected to " + connection.servers())
        : presence.status();
  }

  @Override
  public Optional<String> endpoint() {
    return clients.areSeveral() ? Optional.ofNullable(connection.server()) : Optional.empty();
  }

  @Override
  public boolean servesPeers() {
    return voter != null;
  }

  /** The client first, so that its session ends at the servers; the server last. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    connection.close();
    maintenance.close();
    if (voter != null) {
      voter.close();
    }
  }

  private final class Reactions implements Connection.Listener {

    @Override
    public void connected(ZooKeeper client) {
      clients.connected();
      layout.create(client);
      Picture next = records.connected(client);
      hints.connected(client, next::watched);
      if (presence != null) {
        presence.connected(client);
      }
    }

    @Override
    public void disconnected() {
      if (presence != null) {
        presence.disconnected();
      }
    }

    @Override
    public void changed(ZooKeeper client, String path) {
      paths.keyOf(path).ifPresent(records::changed);
      hints.changed(path);
      if (presence != null) {
        presence.changed(client, path);
      }
    }
  }
}
