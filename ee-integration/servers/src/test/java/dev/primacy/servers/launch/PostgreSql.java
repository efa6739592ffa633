package dev.primacy.servers.launch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A PostgreSQL server of its own processes. */
public final class PostgreSql implements Store {
  private final EmbeddedPostgres server;

  private PostgreSql(EmbeddedPostgres server) {
    this.server = server;
  }

  /** Listens on loopback. */
  public static PostgreSql start(Path directory) throws IOException {
    Files.createDirectories(directory);
    return new PostgreSql(
        EmbeddedPostgres.builder()
            .setDataDirectory(directory.resolve("data"))
            .setOverrideWorkingDirectory(directory.toFile())
            .start());
  }

  @Override
  public Map<String, String> settings(String node) {
    return Map.of(
        "primacy.engine",
        "jdbc",
        "primacy.messenger",
        "jdbc",
        "primacy.jdbc.url",
        "jdbc:postgresql://%s:%d/postgres".formatted(Place.HOST, server.getPort()),
        "primacy.jdbc.user",
        "postgres");
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
