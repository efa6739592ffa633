package dev.primacy.engine.jdbc;

import dev.primacy.engine.tck.Surroundings;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

class PostgreSqlEventTableTest implements EventTableRules, ArchiveRules {

  private static PostgreSqlService server;

  @BeforeAll
  static void start() throws Exception {
    server = new PostgreSqlService();
    server.start();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @AfterEach
  void dropTables() throws SQLException {
    server.execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
  }

  @Override
  public Connection administrator() throws SQLException {
    return server.connect();
  }

  @Override
  public Surroundings surroundings() {
    return Given.url(server.url()).with(Settings.USER, "postgres");
  }
}
