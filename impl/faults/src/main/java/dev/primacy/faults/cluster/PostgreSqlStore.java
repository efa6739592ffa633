package dev.primacy.faults.cluster;

import dev.primacy.faults.network.Plane;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server of several processes, as durable as it comes. */
final class PostgreSqlStore implements Store {
  private static final int PORT = 5432;
  private static final Duration START = Duration.ofSeconds(30);

  private final Path directory;
  private @Nullable EmbeddedPostgres server; // the suite's own thread

  PostgreSqlStore(Places places) {
    this.directory = places.directory("postgresql");
  }

  @Override
  public Map<String, String> settings(int node) {
    return Map.of(
        "primacy.engine", "jdbc",
        "primacy.jdbc.url", "jdbc:postgresql://" + Plane.CLUSTER.hub() + ":" + PORT + "/postgres",
        "primacy.jdbc.user", "postgres");
  }

  @Override
  public List<String> libraries() {
    return List.of("primacy-engine-jdbc", "postgresql-");
  }

  /** What was killed may hold its memory for a moment longer. */
  @Override
  public void start() throws Exception {
    Patience.of(START).until("PostgreSQL starts", this::started);
    Path access = data().resolve("pg_hba.conf");
    String rule = "host all all " + Plane.CLUSTER.hub() + "/24 trust";
    if (!Files.readString(access).contains(rule)) {
      Files.writeString(access, rule + System.lineSeparator(), StandardOpenOption.APPEND);
    }
    execute("SELECT pg_reload_conf()");
  }

  private boolean started() {
    try {
      server =
          EmbeddedPostgres.builder()
              .setDataDirectory(data())
              .setOverrideWorkingDirectory(directory.toFile())
              .setCleanDataDirectory(false)
              .setPort(PORT)
              .setServerConfig("listen_addresses", "0.0.0.0")
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .start();
      return true;
    } catch (IOException | IllegalStateException e) {
      return false;
    }
  }

  private Path data() {
    return directory.resolve("data");
  }

  @Override
  public void kill() {
    signal("KILL");
    close();
  }

  @Override
  public void pause() {
    signal("STOP");
  }

  @Override
  public void resume() {
    signal("CONT");
  }

  /** The first process of the server is nobody's child; its number is in a file. */
  private void signal(String name) {
    try {
      String pid = Files.readAllLines(data().resolve("postmaster.pid")).get(0).strip();
      ProcessHandle.of(Long.parseLong(pid)).ifPresent(process -> Signal.send(name, process));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void wipe() throws SQLException {
    execute("DROP TABLE primacy_record");
  }

  private void execute(String command) throws SQLException {
    EmbeddedPostgres running = Objects.requireNonNull(server);
    try (Connection connection = running.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  /** Ends it if it runs; gives up its directory if it was killed. */
  @Override
  public void close() {
    try {
      if (server != null) {
        server.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
