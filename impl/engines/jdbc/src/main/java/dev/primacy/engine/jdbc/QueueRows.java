package dev.primacy.engine.jdbc;

import dev.primacy.spi.MessageQueue;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * The statements on the tables of queues, for one queue and one consumer. On the thread that has
 * the connection.
 *
 * <p>A queue has a position: up to there its events were taken. Who raises it, comparing and
 * setting, has taken what lies between. Of a durable queue each event taken is also claimed, until
 * it was handled; a claim that is not renewed is anybody's.
 */
final class QueueRows {

  /**
   * A share.
   *
   * @param after the number before its first
   * @param last its last number
   */
  record Share(long after, long last) {
    static final Share NONE = new Share(0, 0);

    boolean isEmpty() {
      return last <= after;
    }
  }

  static final String KEY = " WHERE cluster_name = ? AND queue_name = ?";

  private final EventTables tables;
  private final MessageQueue queue;
  private final String consumer;
  private final long takeoverMillis;

  QueueRows(EventTables tables, MessageQueue queue, String consumer, long takeoverMillis) {
    this.tables = tables;
    this.queue = queue;
    this.consumer = consumer;
    this.takeoverMillis = takeoverMillis;
  }

  private PreparedStatement keyed(Session session, String sql, String table, int first)
      throws SQLException {
    return keyed(session, queue, sql.formatted(table), first);
  }

  /** A statement whose parameters from the first one on are the key of a queue. */
  static PreparedStatement keyed(Session session, MessageQueue queue, String sql, int first)
      throws SQLException {
    PreparedStatement statement = session.statement(sql);
    statement.setString(first, session.cluster());
    statement.setString(first + 1, queue.name());
    return statement;
  }

  /** Takes a share of what was published since; an empty one if there is none, or others won it. */
  Share take(Session session, int most) throws SQLException {
    Share free = free(session, most);
    if (free.isEmpty()) {
      return Share.NONE;
    }
    boolean won = queue.durable() ? session.together(open -> win(open, free)) : win(session, free);
    return won ? free : Share.NONE;
  }

  private Share free(Session session, int most) throws SQLException {
    PreparedStatement statement =
        session.statement(
            "SELECT q.taken_id, m.last_id FROM %s q JOIN %s m ON m.cluster_name = q.cluster_name"
                    .formatted(tables.queue(), tables.mark())
                + " WHERE q.cluster_name = ? AND q.queue_name = ?"
                + session.dialect().anew());
    statement.setString(1, session.cluster());
    statement.setString(2, queue.name());
    try (ResultSet rows = statement.executeQuery()) {
      if (!rows.next()) {
        return Share.NONE;
      }
      long taken = rows.getLong(1);
      return new Share(taken, Math.min(rows.getLong(2), taken + most));
    }
  }

  private boolean win(Session session, Share share) throws SQLException {
    PreparedStatement statement =
        keyed(session, "UPDATE %s SET taken_id = ?" + KEY + " AND taken_id = ?", tables.queue(), 2);
    statement.setLong(1, share.last());
    statement.setLong(4, share.after());
    boolean won = statement.executeUpdate() == 1;
    if (won && queue.durable()) {
      claim(session, share);
    }
    return won;
  }

  private void claim(Session session, Share share) throws SQLException {
    String sql =
        "INSERT INTO %s (cluster_name, queue_name, id, consumer, until_millis)"
                .formatted(tables.claim())
            + " SELECT e.cluster_name, q.queue_name, e.id, ?, "
            + session.dialect().millis()
            + " + ? FROM %s e JOIN %s q ON q.cluster_name = e.cluster_name"
                .formatted(tables.event(), tables.queue())
            + " WHERE e.cluster_name = ? AND q.queue_name = ? AND e.id > ? AND e.id <= ?";
    PreparedStatement statement = keyed(session, queue, sql, 3);
    statement.setString(1, consumer);
    statement.setLong(2, takeoverMillis);
    statement.setLong(5, share.after());
    statement.setLong(6, share.last());
    statement.executeUpdate();
  }

  /** Takes over what others claimed and did not renew; then all that this consumer has claimed. */
  List<EventRow> recover(Session session) throws SQLException {
    String now = session.dialect().millis();
    String sql = "UPDATE %s SET consumer = ?, until_millis = " + now + " + ?" + KEY;
    PreparedStatement statement =
        keyed(session, sql + " AND until_millis < " + now, tables.claim(), 3);
    statement.setString(1, consumer);
    statement.setLong(2, takeoverMillis);
    statement.executeUpdate();
    return claimed(session);
  }

  private List<EventRow> claimed(Session session) throws SQLException {
    String sql =
        "SELECT %s FROM %s c JOIN %s e ON e.cluster_name = c.cluster_name AND e.id = c.id"
                .formatted(EventRow.COLUMNS, tables.claim(), tables.event())
            + " WHERE c.cluster_name = ? AND c.queue_name = ? AND c.consumer = ?"
            + session.dialect().anew()
            + " ORDER BY e.id";
    PreparedStatement statement = keyed(session, queue, sql, 2);
    statement.setString(1, EventRow.NOBODY);
    statement.setString(4, consumer);
    return EventLog.rows(statement);
  }

  /** They were handled, by whomever they are claimed now. */
  boolean done(Session session, List<Long> ids) throws SQLException {
    int chunk = 32;
    PreparedStatement statement =
        keyed(
            session,
            "DELETE FROM %s" + KEY + " AND id IN (" + "?, ".repeat(chunk - 1) + "?)",
            tables.claim(),
            1);
    for (int from = 0; from < ids.size(); from += chunk) {
      for (int i = 0; i < chunk; i++) {
        statement.setLong(3 + i, ids.get(Math.min(from + i, ids.size() - 1)));
      }
      statement.executeUpdate();
    }
    return true;
  }
}
