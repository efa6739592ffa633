package dev.primacy.engine.jdbc;

import dev.primacy.spi.MessageQueue;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The statements that make a node one of those that handle a queue's events, and keep it one. */
final class ConsumerRows {

  private static final String KEY = QueueRows.KEY;

  private final EventTables tables;
  private final MessageQueue queue;
  private final String consumer;
  private final long takeoverMillis;

  ConsumerRows(EventTables tables, MessageQueue queue, String consumer, long takeoverMillis) {
    this.tables = tables;
    this.queue = queue;
    this.consumer = consumer;
    this.takeoverMillis = takeoverMillis;
  }

  /** Makes the queue known, and this consumer of it. */
  boolean register(Session session) throws SQLException {
    insertQueue(session);
    return session.together(this::join);
  }

  private void insertQueue(Session session) throws SQLException {
    PreparedStatement statement =
        session.statement(
            "INSERT INTO %s (cluster_name, queue_name, is_durable, taken_id)"
                    .formatted(tables.queue())
                + " SELECT cluster_name, ?, ?, last_id FROM %s WHERE cluster_name = ?"
                    .formatted(tables.mark()));
    statement.setString(1, queue.name());
    statement.setLong(2, queue.durable() ? 1 : 0);
    statement.setString(3, session.cluster());
    try {
      statement.executeUpdate();
    } catch (SQLException e) {
      if (!Failures.isConstraint(e)) {
        throw e;
      }
      // it is known already
    }
  }

  /** The first statement locks the queue against others who do the same. */
  private boolean join(Session session) throws SQLException {
    PreparedStatement lock =
        keyed(session, "UPDATE %s SET is_durable = ?" + KEY, tables.queue(), 2);
    lock.setLong(1, queue.durable() ? 1 : 0);
    boolean known = lock.executeUpdate() == 1;
    forget(session);
    skip(session, !queue.durable() && consumers(session) == 0);
    insertConsumer(session);
    return known;
  }

  /** This one, if it was here before, and those that give no sign of life. */
  private void forget(Session session) throws SQLException {
    String old = " AND (consumer = ? OR until_millis < " + session.dialect().millis() + ")";
    PreparedStatement gone = keyed(session, "DELETE FROM %s" + KEY + old, tables.consumer(), 1);
    gone.setString(3, consumer);
    gone.executeUpdate();
  }

  private long consumers(Session session) throws SQLException {
    String sql = "SELECT COUNT(*) FROM %s" + KEY + session.dialect().anew();
    try (ResultSet rows = keyed(session, sql, tables.consumer(), 1).executeQuery()) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  /** To the end: what was published while nobody listened; or at least not beyond it. */
  private void skip(Session session, boolean all) throws SQLException {
    String last =
        "(SELECT m.last_id FROM %s m WHERE m.cluster_name = %s.cluster_name)"
            .formatted(tables.mark(), tables.queue());
    String sql = "UPDATE %s SET taken_id = " + last + KEY + " AND taken_id ";
    keyed(session, sql + (all ? "<> " : "> ") + last, tables.queue(), 1).executeUpdate();
  }

  private void insertConsumer(Session session) throws SQLException {
    String sql =
        "INSERT INTO %s (cluster_name, queue_name, consumer, until_millis)"
                .formatted(tables.consumer())
            + " SELECT cluster_name, queue_name, ?, "
            + session.dialect().millis()
            + " + ? FROM %s"
            + KEY;
    PreparedStatement statement = keyed(session, sql, tables.queue(), 3);
    statement.setString(1, consumer);
    statement.setLong(2, takeoverMillis);
    statement.executeUpdate();
  }

  /** Says that this consumer lives; false if it was taken for dead. */
  boolean renew(Session session) throws SQLException {
    boolean unused = renew(session, tables.claim());
    return renew(session, tables.consumer());
  }

  private boolean renew(Session session, String table) throws SQLException {
    String until = session.dialect().millis() + " + ?";
    PreparedStatement statement =
        keyed(
            session, "UPDATE %s SET until_millis = " + until + KEY + " AND consumer = ?", table, 2);
    statement.setLong(1, takeoverMillis);
    statement.setString(4, consumer);
    return statement.executeUpdate() > 0;
  }

  /** Leaves the queue, and what it has claimed and not handled to others at once. */
  boolean leave(Session session) throws SQLException {
    String mine = KEY + " AND consumer = ?";
    PreparedStatement claims =
        keyed(session, "UPDATE %s SET until_millis = 0" + mine, tables.claim(), 1);
    claims.setString(3, consumer);
    claims.executeUpdate();
    PreparedStatement own = keyed(session, "DELETE FROM %s" + mine, tables.consumer(), 1);
    own.setString(3, consumer);
    return own.executeUpdate() == 1;
  }

  private PreparedStatement keyed(Session session, String sql, String table, int first)
      throws SQLException {
    return QueueRows.keyed(session, queue, sql.formatted(table), first);
  }
}
