package dev.primacy.servers.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.h2.tools.Server;

/** H2's TCP server on a file, in this process. */
public final class H2 implements Store {
  private final Server server;

  private H2(Server server) {
    this.server = server;
  }

  /** Listens on loopback, which H2 is told by {@code h2.bindAddress}. */
  public static H2 start(Path directory) throws SQLException, IOException {
    String base = Files.createDirectories(directory).toString();
    return new H2(
        Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", base).start());
  }

  /** The database stays open when the last of its clients was killed. */
  @Override
  public Map<String, String> settings(String node) {
    String url = "jdbc:h2:tcp://%s:%d/./records;DB_CLOSE_DELAY=-1";
    return Map.of(
        "primacy.engine",
        "jdbc",
        "primacy.messenger",
        "jdbc",
        "primacy.jdbc.user",
        "sa",
        "primacy.jdbc.url",
        url.formatted(Place.HOST, server.getPort()));
  }

  @Override
  public void close() {
    server.stop();
  }
}
