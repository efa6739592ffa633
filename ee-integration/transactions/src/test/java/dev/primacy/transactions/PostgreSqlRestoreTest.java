package dev.primacy.transactions;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class PostgreSqlRestoreTest extends RestoreScenario {
  private static EmbeddedPostgres server;
  private static int databases;

  @BeforeAll
  static void startServer() throws Exception {
    server = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stopServer() throws Exception {
    server.close();
  }

  /** Each test has a database of its own. */
  @BeforeEach
  void createDatabase() throws SQLException {
    databases++;
    try (Connection connection = DriverManager.getConnection(url("postgres"), user(), "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE ledger" + databases);
    }
    start();
  }

  @AfterEach
  void leaveDatabase() {
    end();
  }

  @Override
  String url() {
    return url("ledger" + databases);
  }

  private static String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
  }

  @Override
  String user() {
    return "postgres";
  }
}
