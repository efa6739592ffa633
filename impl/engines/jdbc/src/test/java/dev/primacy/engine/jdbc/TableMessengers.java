package dev.primacy.engine.jdbc;

import dev.primacy.engine.tck.MessengerService;
import dev.primacy.engine.tck.StoreService;
import dev.primacy.engine.tck.Surroundings;
import dev.primacy.spi.MessengerProvider;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** The event tables of a database, shared by all clusters. */
final class TableMessengers implements MessengerService {

  private final StoreService database;
  private List<InetSocketAddress> addresses = List.of();

  TableMessengers(StoreService database) {
    this.database = database;
  }

  @Override
  public MessengerProvider provider() {
    return new JdbcEngine().messenger().orElseThrow();
  }

  @Override
  public void start() throws Exception {
    addresses = database.start();
  }

  @Override
  public Surroundings surroundings(String cluster, String node) {
    return Given.nothing()
        .inCluster(cluster)
        .ofNode(node)
        .with(database.settings(node, addresses))
        .with(Settings.POLL, "20ms")
        .with(Settings.TAKEOVER, "1s");
  }

  /** The table of events is missing and must not be created. */
  @Override
  public Optional<Surroundings> unable(String cluster) {
    return Optional.of(
        surroundings(cluster, "n1")
            .with(Settings.TABLE, "missing")
            .with(Settings.CREATE_TABLE, "false"));
  }

  @Override
  public void close() throws Exception {
    database.close();
  }
}
