package dev.primacy.benchmarks.compare.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** A PostgreSQL server of its own process, as durable as it comes. */
final class PostgreSqlStore implements Store {
  private static final String AT_END_OF_INPUT = "read line; kill -QUIT \"$0\"";

  private final EmbeddedPostgres server;
  private final Process guard;

  PostgreSqlStore(Path directory) throws IOException, SQLException {
    server =
        EmbeddedPostgres.builder()
            .setDataDirectory(directory.resolve("data"))
            .setOverrideWorkingDirectory(directory.toFile())
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start();
    guard = guard(directory.resolve("data").resolve("postmaster.pid"));
    try (Connection connection = server.getPostgresDatabase().getConnection()) {
      LockTables.create(connection);
    }
  }

  /** The server is nobody's child: ends it when this process was killed and cannot. */
  private static Process guard(Path file) throws IOException {
    String pid = Files.readAllLines(file).get(0).strip();
    return new ProcessBuilder("sh", "-c", AT_END_OF_INPUT, pid).start();
  }

  @Override
  public String address() {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?user=postgres";
  }

  @Override
  public Map<String, String> settings(int node, String address) {
    return Map.of("primacy.engine", "jdbc", "primacy.jdbc.url", address);
  }

  @Override
  public void close() throws IOException {
    server.close();
    guard.destroyForcibly();
  }
}
