package dev.primacy.faults.cluster;

import dev.primacy.faults.network.Plane;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** H2's TCP server, on a file. */
final class H2Store implements Store {
  private static final int PORT = 9092;

  private final ServerProcess server;

  H2Store(Places places) {
    Path data = places.directory("h2");
    List<String> command =
        List.of(
            "org.h2.tools.Server",
            "-tcp",
            "-tcpAllowOthers",
            "-tcpPort",
            Integer.toString(PORT),
            "-ifNotExists",
            "-baseDir",
            data.toString());
    this.server = new ServerProcess(List.of("h2-"), command, PORT, data.resolve("server.log"));
  }

  @Override
  public Map<String, String> settings(int node) {
    return Map.of("primacy.engine", "jdbc", "primacy.jdbc.url", url(), "primacy.jdbc.user", "sa");
  }

  /** The database stays open when the last of its clients was killed. */
  private static String url() {
    return "jdbc:h2:tcp://" + Plane.CLUSTER.hub() + ":" + PORT + "/./records;DB_CLOSE_DELAY=-1";
  }

  @Override
  public List<String> libraries() {
    return List.of("primacy-engine-jdbc", "h2-");
  }

  @Override
  public void start() throws Exception {
    server.start();
  }

  @Override
  public void kill() {
    server.kill();
  }

  @Override
  public void pause() {
    server.signal("STOP");
  }

  @Override
  public void resume() {
    server.signal("CONT");
  }

  @Override
  public void wipe() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(), "sa", "");
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE primacy_record");
    }
  }

  @Override
  public void close() {
    server.kill();
  }
}
