package dev.primacy.benchmarks.compare.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.h2.tools.Server;

/** H2's TCP server, in this process, on a file. */
final class H2Store implements Store {
  private final Server server;
  private final Connection open;

  H2Store(Path directory) throws SQLException {
    server =
        Server.createTcpServer("-tcpPort", "0", "-baseDir", directory.toString(), "-ifNotExists")
            .start();
    // the database is not closed and opened anew whenever the last client of it was killed
    open = DriverManager.getConnection(address());
    LockTables.create(open);
  }

  @Override
  public String address() {
    return "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/./records;USER=sa";
  }

  @Override
  public Map<String, String> settings(int node, String address) {
    return Map.of("primacy.engine", "jdbc", "primacy.jdbc.url", address);
  }

  @Override
  public void close() throws SQLException {
    open.close();
    server.stop();
  }
}
