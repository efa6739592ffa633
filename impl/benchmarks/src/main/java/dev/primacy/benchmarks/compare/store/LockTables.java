package dev.primacy.benchmarks.compare.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables of Spring Integration's lock registry and of ShedLock, as they say to create them. */
final class LockTables {
  private static final String REGISTRY =
      """
      CREATE TABLE INT_LOCK (
        LOCK_KEY CHAR(36) NOT NULL,
        REGION VARCHAR(100) NOT NULL,
        CLIENT_ID CHAR(36),
        CREATED_DATE TIMESTAMP NOT NULL,
        CONSTRAINT INT_LOCK_PK PRIMARY KEY (LOCK_KEY, REGION))
      """;

  private static final String SHEDLOCK =
      """
      CREATE TABLE shedlock (
        name VARCHAR(64) NOT NULL,
        lock_until TIMESTAMP NOT NULL,
        locked_at TIMESTAMP NOT NULL,
        locked_by VARCHAR(255) NOT NULL,
        PRIMARY KEY (name))
      """;

  private LockTables() {}

  static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(REGISTRY);
      statement.execute(SHEDLOCK);
    }
  }
}
