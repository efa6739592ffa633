package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Messages.LOG;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** PostgreSQL. */
final class PostgreSql extends Dialect {

  private static final String PRIMARY_KEY =
      "SELECT a.attname FROM pg_index i JOIN pg_attribute a"
          + " ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)"
          + " WHERE i.indisprimary AND i.indrelid = to_regclass(?)";

  @Override
  boolean isTested() {
    return true;
  }

  @Override
  String binary() {
    return "BYTEA";
  }

  @Override
  String longText() {
    return "TEXT";
  }

  @Override
  String millis() {
    return "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";
  }

  @Override
  void settle(Connection connection, long limitMillis) throws SQLException {
    if (single(connection, "SELECT pg_is_in_recovery()").equals("t")) {
      throw Unfit.forNow(LOG.readOnly("pg_is_in_recovery"));
    }
    if (single(connection, "SHOW transaction_read_only").equals("on")) {
      throw Unfit.forNow(LOG.readOnly("transaction_read_only"));
    }
    if (single(connection, "SHOW synchronous_commit").equals("off")) {
      execute(connection, "SET synchronous_commit = on");
    }
    if (single(connection, "SHOW fsync").equals("off")) {
      warnOfLoss("fsync=off");
    }
    // else each attempt at a row that somebody keeps locked leaves one more session behind
    execute(connection, "SET statement_timeout = " + Math.min(Integer.MAX_VALUE, limitMillis));
    // else a node that is stopped in the middle of one keeps the others waiting
    execute(
        connection,
        "SET idle_in_transaction_session_timeout = " + Math.min(Integer.MAX_VALUE, limitMillis));
  }

  @Override
  Set<String> primaryKey(Connection connection, String table, ResultSetMetaData columns)
      throws SQLException {
    Set<String> key = new HashSet<>();
    try (PreparedStatement statement = connection.prepareStatement(PRIMARY_KEY)) {
      statement.setString(1, table);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          key.add(rows.getString(1));
        }
      }
    }
    return key;
  }

  @Override
  boolean announces() {
    return true;
  }

  /** All parts of it see what was there before. */
  @Override
  Optional<String> updated(String update, boolean announced) {
    String told = announced ? "CAST(pg_notify(?, ?) AS TEXT)" : "NULL";
    return Optional.of(
        "WITH changed AS (%s RETURNING %s) SELECT NULL, %s, %s, NULL FROM changed"
            .formatted(update, Layout.VERSION, Layout.VERSION, told));
  }
}
