package dev.primacy.benchmarks.compare.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The table of Spring Integration's lock registry, as its own scripts create it. */
final class LockTable {
  private static final String DDL =
      """
      CREATE TABLE INT_LOCK (
        LOCK_KEY CHAR(36) NOT NULL,
        REGION VARCHAR(100) NOT NULL,
        CLIENT_ID CHAR(36),
        CREATED_DATE TIMESTAMP NOT NULL,
        CONSTRAINT INT_LOCK_PK PRIMARY KEY (LOCK_KEY, REGION))
      """;

  private LockTable() {}

  static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(DDL);
    }
  }
}
