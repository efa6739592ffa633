package dev.primacy.engine.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Removes events that are old enough, the oldest first and a batch at a time, and none that a
 * durable queue still needs. Any number of nodes may do so together. On the thread that has the
 * connection.
 */
final class Retention {

  private final EventTables tables;
  private final Duration keep;
  private final int batch;

  Retention(EventTables tables, Duration keep, int batch) {
    this.tables = tables;
    this.keep = keep;
    this.batch = batch;
  }

  /** Whether there may be more to remove. */
  boolean removeSome(Session session) throws SQLException {
    long removed = removed(session);
    long old = oldest(session, removed);
    // positions first: a claim that is made in between is of an event beyond the position read
    long free = Math.min(old, Math.min(taken(session), claimed(session) - 1));
    if (free <= removed || !raise(session, removed, free)) {
      return false;
    }
    PreparedStatement statement =
        session.statement(
            "DELETE FROM %s WHERE cluster_name = ? AND id <= ?".formatted(tables.event()));
    statement.setString(1, session.cluster());
    statement.setLong(2, free);
    statement.executeUpdate();
    return free - removed >= batch;
  }

  private long removed(Session session) throws SQLException {
    return number(
        session,
        "SELECT MAX(removed_id) FROM %s WHERE cluster_name = ?".formatted(tables.mark()),
        Long.MAX_VALUE);
  }

  /** The greatest number that is old enough, within a batch. */
  private long oldest(Session session, long removed) throws SQLException {
    PreparedStatement statement =
        session.statement(
            "SELECT MAX(id) FROM %s WHERE cluster_name = ? AND id <= ? AND at_millis < %s - ?%s"
                .formatted(tables.event(), session.dialect().millis(), session.dialect().anew()));
    statement.setString(1, session.cluster());
    statement.setLong(2, removed > Long.MAX_VALUE - batch ? removed : removed + batch);
    statement.setLong(3, keep.toMillis());
    return first(statement, 0);
  }

  private long taken(Session session) throws SQLException {
    return number(
        session,
        "SELECT MIN(taken_id) FROM %s WHERE cluster_name = ? AND is_durable = 1"
            .formatted(tables.queue()),
        Long.MAX_VALUE);
  }

  private long claimed(Session session) throws SQLException {
    return number(
        session,
        "SELECT MIN(id) FROM %s WHERE cluster_name = ?".formatted(tables.claim()),
        Long.MAX_VALUE);
  }

  /** The mark first: who does not find an event any more is to know why. */
  private boolean raise(Session session, long removed, long free) throws SQLException {
    PreparedStatement statement =
        session.statement(
            "UPDATE %s SET removed_id = ? WHERE cluster_name = ? AND removed_id = ?"
                .formatted(tables.mark()));
    statement.setLong(1, free);
    statement.setString(2, session.cluster());
    statement.setLong(3, removed);
    return statement.executeUpdate() == 1;
  }

  private static long number(Session session, String sql, long otherwise) throws SQLException {
    PreparedStatement statement = session.statement(sql + session.dialect().anew());
    statement.setString(1, session.cluster());
    return first(statement, otherwise);
  }

  private static long first(PreparedStatement statement, long otherwise) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      if (!rows.next()) {
        return otherwise;
      }
      long value = rows.getLong(1);
      return rows.wasNull() ? otherwise : value;
    }
  }
}
