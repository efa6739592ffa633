package dev.primacy.engine.jdbc;

import dev.primacy.engine.tck.StoreService;
import dev.primacy.spi.Engine;
import dev.primacy.spi.RecordStore;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/**
 * A MariaDB server of its own process and directory, if there is one on this machine. With {@code
 * -Dmariadb.required=true} it is a failure if there is none.
 */
final class MariaDbService implements StoreService {

  private static final String REQUIRED = "mariadb.required";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path directory;
  private final int port;
  private final List<String> options;
  private Process server;

  MariaDbService(String... options) throws IOException, InterruptedException {
    this.options = List.of(options);
    requireServer();
    directory = Directories.fresh();
    port = freePort();
    List<String> install =
        command("mariadb-install-db", "--auth-root-authentication-method=normal", "--skip-test-db");
    run(install).waitFor();
  }

  private static void requireServer() {
    if (program("mariadbd").isEmpty()) {
      String why =
          "There is no mariadbd on the PATH: install Debian's mariadb-server to run these.";
      if (Boolean.getBoolean(REQUIRED)) {
        throw new AssertionError(why);
      }
      Assumptions.abort(why);
    }
  }

  private static Optional<Path> program(String name) {
    return Stream.concat(
            Stream.of(System.getenv("PATH").split(File.pathSeparator)),
            Stream.of("/usr/sbin", "/usr/local/sbin"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private List<String> command(String program, String... more) {
    List<String> command = new ArrayList<>();
    command.add(program(program).orElseThrow().toString());
    command.add("--no-defaults");
    command.add("--datadir=" + directory.resolve("data"));
    command.add("--user=" + System.getProperty("user.name"));
    command.addAll(List.of(more));
    return command;
  }

  private Process run(List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("log").toFile()))
        .start();
  }

  @Override
  public String name() {
    return "MariaDB";
  }

  @Override
  public Engine engine() {
    return new JdbcEngine();
  }

  @Override
  public List<InetSocketAddress> start() throws Exception {
    List<String> command =
        command(
            "mariadbd",
            "--port=" + port,
            "--bind-address=127.0.0.1",
            "--socket=" + directory.resolve("socket"),
            "--pid-file=" + directory.resolve("pid"));
    command.addAll(options);
    server = run(command);
    try {
      awaitAnswers();
    } catch (RuntimeException e) {
      stop(); // nobody else knows of a server that never answered
      throw e;
    }
    return List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  private void awaitAnswers() {
    Awaitility.await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(SQLException.class)
        .until(
            () -> {
              execute("CREATE DATABASE IF NOT EXISTS primacy");
              return true;
            });
  }

  @Override
  public void stop() throws InterruptedException {
    server.destroy();
    if (!server.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      server.destroyForcibly().waitFor();
    }
  }

  @Override
  public Map<String, String> settings(String node, List<InetSocketAddress> through) {
    return Map.of(
        "primacy.engine", "jdbc",
        "primacy.jdbc.url", url(through.get(0).getPort()),
        "primacy.jdbc.user", "root");
  }

  String url() {
    return url(port);
  }

  private static String url(int port) {
    return "jdbc:mariadb://127.0.0.1:" + port + "/primacy";
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), "root", "");
  }

  void execute(String... commands) throws SQLException {
    String anywhere = "jdbc:mariadb://127.0.0.1:" + port + "/";
    try (Connection connection = DriverManager.getConnection(anywhere, "root", "")) {
      for (String command : commands) {
        Dialect.execute(connection, command);
      }
    }
  }

  /** As a person would: the table is gone. */
  @Override
  public void wipe(RecordStore outsider) throws SQLException {
    execute("DROP TABLE primacy.primacy_record");
  }

  @Override
  public void close() throws IOException, InterruptedException {
    stop();
    Directories.delete(directory);
  }
}
