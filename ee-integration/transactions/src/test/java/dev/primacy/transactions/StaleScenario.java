package dev.primacy.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.core.gate.SystemClocks;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;

/** Two nodes in processes of their own; the primary is stopped, and continued as a stale one. */
abstract class StaleScenario {
  static final int TRIES = Integer.getInteger("fence.tries", 3);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  StoppedProcess primary;
  StoppedProcess other;

  abstract String url();

  abstract String user();

  final void start() throws Exception {
    execute(
        "CREATE TABLE entry (text VARCHAR(80))",
        "CREATE TABLE account (fence_scope VARCHAR(36), fence BIGINT)",
        TransactionFence.ddl());
    primary = node("one");
    awaitLead(primary);
    other = node("two");
  }

  private StoppedProcess node(String name) throws IOException {
    Map<String, String> settings =
        new TreeMap<>(
            Map.of(
                "primacy.group", "ledger",
                "primacy.engine", "jdbc",
                "primacy.jdbc.url", url(),
                "primacy.jdbc.user", user(),
                "primacy.lease", "800ms",
                "primacy.node.name", name,
                "primacy.fence.datasource", "java:comp/env/jdbc/ledger",
                "primacy.fence.idle-timeout", "3s"));
    return new StoppedProcess(settings, url(), user());
  }

  @AfterEach
  void end() {
    if (primary != null) {
      primary.close();
    }
    if (other != null) {
      other.close();
    }
  }

  /** Continues the stopped primary only after its successor has committed. */
  final String overtaken(String stop, String post, String text) throws Exception {
    stopIn(stop + " stale-" + text);
    awaitLead(other);
    other.tell(post + " next-" + text);
    while (!other.answer().startsWith("POSTED")) {
      // on a busy machine a short lease may be lost, and the role comes back
      awaitAnything(other);
      other.tell(post + " next-" + text);
    }
    primary.signal("CONT");
    primary.tell("go");
    String answer = primary.answer();
    swap();
    return answer;
  }

  /** Stops whoever is the primary, at a place of its transaction. */
  final void stopIn(String command) throws Exception {
    awaitAnything(other);
    primary.tell(command);
    while (!primary.answer().equals("WAITING")) {
      awaitAnything(primary);
      swap();
      primary.tell(command);
    }
    primary.signal("STOP");
  }

  private void swap() {
    StoppedProcess before = primary;
    primary = other;
    other = before;
  }

  /** A moment, in which what was said before is forgotten. */
  private static void awaitAnything(StoppedProcess node) throws InterruptedException {
    var unused = node.leads();
  }

  static Duration awaitLead(StoppedProcess node) throws InterruptedException {
    long began = SystemClocks.INSTANCE.nanos();
    while (!node.leads()) {
      Duration waited = Duration.ofNanos(SystemClocks.INSTANCE.nanos() - began);
      assertThat(waited).isLessThan(PATIENCE);
    }
    return Duration.ofNanos(SystemClocks.INSTANCE.nanos() - began);
  }

  final void execute(String... commands) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(), user(), "");
        Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }

  final long rows(String from) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(), user(), "");
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT COUNT(*) FROM " + from)) {
      found.next();
      return found.getLong(1);
    }
  }
}
