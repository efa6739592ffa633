package dev.primacy.transactions;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A MariaDB server in a process and a directory of its own, if there is one on this machine. With
 * {@code -Dmariadb.required=true} it is a failure if there is none.
 */
final class MariaDbServer {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path directory;
  private final int port;
  private final Process server;

  private MariaDbServer(String... options) throws IOException, InterruptedException {
    directory = Files.createTempDirectory("mariadb");
    port = freePort();
    run("mariadb-install-db", "--auth-root-authentication-method=normal", "--skip-test-db")
        .waitFor();
    List<String> all = new ArrayList<>(List.of(options));
    all.add("--port=" + port);
    all.add("--bind-address=127.0.0.1");
    all.add("--socket=" + directory.resolve("socket"));
    all.add("--pid-file=" + directory.resolve("pid"));
    server = run("mariadbd", all.toArray(String[]::new));
  }

  /** A database on it that answers. */
  static MariaDbServer start(String... options) throws IOException, InterruptedException {
    requireServer();
    MariaDbServer started = new MariaDbServer(options);
    try {
      await()
          .atMost(PATIENCE)
          .ignoreExceptionsInstanceOf(SQLException.class)
          .until(() -> started.execute("", "CREATE DATABASE IF NOT EXISTS ledger"));
      return started;
    } catch (RuntimeException silent) {
      started.stop(); // nobody else knows of it
      throw silent;
    }
  }

  private static void requireServer() {
    if (program("mariadbd").isEmpty()) {
      String why =
          "There is no mariadbd on the PATH: install Debian's mariadb-server to run these.";
      if (Boolean.getBoolean("mariadb.required")) {
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

  private Process run(String program, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(program(program).orElseThrow().toString());
    command.add("--no-defaults");
    command.add("--datadir=" + directory.resolve("data"));
    command.add("--user=" + System.getProperty("user.name"));
    command.addAll(List.of(options));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("log").toFile()))
        .start();
  }

  String url() {
    return "jdbc:mariadb://127.0.0.1:" + port + "/ledger";
  }

  void execute(String command) throws SQLException {
    execute("ledger", command);
  }

  private boolean execute(String database, String command) throws SQLException {
    String url = "jdbc:mariadb://127.0.0.1:" + port + "/" + database;
    try (Connection connection = DriverManager.getConnection(url, "root", "");
        Statement statement = connection.createStatement()) {
      statement.execute(command);
      return true;
    }
  }

  void stop() throws IOException, InterruptedException {
    server.destroy();
    if (!server.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      server.destroyForcibly().waitFor();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
