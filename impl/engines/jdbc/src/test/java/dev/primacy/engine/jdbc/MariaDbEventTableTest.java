package dev.primacy.engine.jdbc;

import dev.primacy.engine.tck.Surroundings;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** Its default storage engine is the wrong one here, and it cuts what is too long. */
class MariaDbEventTableTest implements EventTableRules, ArchiveRules {

  private static MariaDbService server;

  @BeforeAll
  static void start() throws Exception {
    server = new MariaDbService("--default-storage-engine=Aria", "--sql-mode=");
    server.start();
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  @AfterEach
  void dropTables() throws SQLException {
    server.execute("DROP DATABASE primacy", "CREATE DATABASE primacy");
  }

  @Override
  public Connection administrator() throws SQLException {
    return server.connect();
  }

  @Override
  public Surroundings surroundings() {
    return Given.url(server.url()).with(Settings.USER, "root");
  }
}
