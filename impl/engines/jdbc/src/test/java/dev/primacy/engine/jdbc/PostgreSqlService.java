package dev.primacy.engine.jdbc;

import dev.primacy.engine.tck.StoreService;
import dev.primacy.spi.Engine;
import dev.primacy.spi.RecordStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** A PostgreSQL server of its own process. */
final class PostgreSqlService implements StoreService {

  private final Path directory;
  private EmbeddedPostgres server;
  private int port;

  PostgreSqlService() throws IOException {
    directory = Directories.fresh();
  }

  @Override
  public String name() {
    return "PostgreSQL";
  }

  @Override
  public Engine engine() {
    return new JdbcEngine();
  }

  @Override
  public List<InetSocketAddress> start() throws Exception {
    var builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(directory.resolve("data"))
            .setOverrideWorkingDirectory(directory.toFile())
            .setCleanDataDirectory(false)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on");
    if (port != 0) {
      builder.setPort(port);
    }
    server = builder.start();
    port = server.getPort();
    return List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  @Override
  public void stop() throws IOException {
    server.close();
  }

  @Override
  public Map<String, String> settings(String node, List<InetSocketAddress> through) {
    return Map.of(
        "primacy.engine", "jdbc",
        "primacy.jdbc.url", url(through.get(0).getPort()),
        "primacy.jdbc.user", "postgres");
  }

  String url() {
    return url(port);
  }

  private static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  Connection connect() throws SQLException {
    return server.getPostgresDatabase().getConnection();
  }

  void execute(String... commands) throws SQLException {
    try (Connection connection = connect()) {
      for (String command : commands) {
        Dialect.execute(connection, command);
      }
    }
  }

  /** As a person would: the table is gone. */
  @Override
  public void wipe(RecordStore outsider) throws SQLException {
    execute("DROP TABLE primacy_record");
  }

  @Override
  public void close() throws IOException {
    server.close();
    Directories.delete(directory);
  }
}
