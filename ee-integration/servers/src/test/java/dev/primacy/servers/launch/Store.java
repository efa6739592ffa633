package dev.primacy.servers.launch;

import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.tools.Server;

/** What the nodes keep their records in: H2's TCP server on a file, in this process. */
final class Store implements AutoCloseable {
  private final Server server;

  private Store(Server server) {
    this.server = server;
  }

  /** Listens on loopback, which H2 is told by {@code h2.bindAddress}. */
  static Store start(Path directory) throws SQLException {
    return new Store(
        Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", directory.toString())
            .start());
  }

  /** The database stays open when the last of its clients was killed. */
  String url() {
    return "jdbc:h2:tcp://" + Place.HOST + ":" + server.getPort() + "/./records;DB_CLOSE_DELAY=-1";
  }

  @Override
  public void close() {
    server.stop();
  }
}
