package dev.primacy.engine.jdbc;

import dev.primacy.spi.Message;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements on the event table, for one messenger. On the thread that has the connection.
 *
 * <p>Numbers are drawn by raising the cluster's mark, whose row stays locked until the transaction
 * is committed: so they have no gaps, and who sees one sees all smaller ones. With numbers of a
 * sequence a reader that goes on after the greatest it saw would miss what is committed later.
 */
final class EventLog {

  static final int ID_CHARACTERS = 64;

  /** How many rows one statement inserts, if there are as many. */
  private static final int[] CHUNKS = {64, 8, 1};

  private final EventTables tables;
  private final String publisher;
  private final String channel;

  EventLog(EventTables tables, String publisher, Channel channel) {
    this.tables = tables;
    this.publisher = publisher;
    this.channel = channel.name();
  }

  /** Makes the cluster's mark if there is none; the number of its latest event. */
  long begin(Session session) throws SQLException {
    EventPage page = page(session, Long.MAX_VALUE - 1, 1);
    if (page.known()) {
      return page.last();
    }
    makeMark(session);
    return page(session, Long.MAX_VALUE - 1, 1).last();
  }

  private void makeMark(Session session) throws SQLException {
    String sql =
        "INSERT INTO %s (cluster_name, last_id, removed_id, at_millis)".formatted(tables.mark())
            + " SELECT ?, COALESCE(MAX(id), 0), COALESCE(MAX(id), 0), 0 FROM "
            + tables.event()
            + " WHERE cluster_name = ?";
    PreparedStatement statement = session.statement(sql);
    statement.setString(1, session.cluster());
    statement.setString(2, session.cluster());
    try {
      statement.executeUpdate();
    } catch (SQLException e) {
      if (!Failures.isConstraint(e)) {
        throw e;
      }
      // another node was faster
    }
  }

  /** Writes messages, all or none. */
  boolean append(Session session, List<Message> messages) throws SQLException {
    if (!session.together(open -> appendIn(open, messages))) {
      makeMark(session);
      return session.together(open -> appendIn(open, messages));
    }
    return true;
  }

  private boolean appendIn(Session session, List<Message> messages) throws SQLException {
    PreparedStatement raise =
        session.statement(
            "UPDATE %s SET last_id = last_id + ?, at_millis = %s WHERE cluster_name = ?"
                .formatted(tables.mark(), session.dialect().millis()));
    raise.setLong(1, messages.size());
    raise.setString(2, session.cluster());
    if (raise.executeUpdate() == 0) {
      return false;
    }
    try (ResultSet mark = mark(session)) {
      mark.next();
      insert(session, messages, mark.getLong(1) - messages.size() + 1, mark.getLong(2));
    }
    if (session.announces()) {
      announce(session);
    }
    return true;
  }

  /** When the transaction is committed. */
  private void announce(Session session) throws SQLException {
    PreparedStatement statement = session.statement(Dialect.announcement());
    statement.setString(1, channel);
    statement.setString(2, publisher);
    statement.execute();
  }

  private ResultSet mark(Session session) throws SQLException {
    PreparedStatement statement =
        session.statement(
            "SELECT last_id, at_millis FROM %s WHERE cluster_name = ?%s"
                .formatted(tables.mark(), session.dialect().anew()));
    statement.setString(1, session.cluster());
    return statement.executeQuery();
  }

  private void insert(Session session, List<Message> messages, long first, long at)
      throws SQLException {
    int done = 0;
    for (int chunk : CHUNKS) {
      for (; messages.size() - done >= chunk; done += chunk) {
        PreparedStatement statement =
            session.statement(tables.shapeOfEvent(session.dialect()).insert(chunk));
        for (int i = 0; i < chunk; i++) {
          bind(statement, 8 * i, session, messages.get(done + i), first + done + i);
          statement.setLong(8 * i + 7, at);
        }
        statement.executeUpdate();
      }
    }
  }

  private void bind(
      PreparedStatement statement, int before, Session session, Message message, long id)
      throws SQLException {
    statement.setString(before + 1, session.cluster());
    statement.setLong(before + 2, id);
    statement.setString(before + 3, message.id());
    statement.setString(before + 4, message.sender().toString());
    statement.setString(before + 5, publisher);
    statement.setLong(before + 6, message.eventId());
    statement.setBytes(before + 8, message.body());
  }

  /** Events after this number, without the bodies of this node's own. */
  EventPage page(Session session, long after, int most) throws SQLException {
    PreparedStatement statement =
        session.statement(
            "SELECT m.last_id, m.removed_id, %s FROM %s m LEFT JOIN %s e ON e.cluster_name = "
                    .formatted(EventRow.COLUMNS, tables.mark(), tables.event())
                + "m.cluster_name AND e.id > ? AND e.id <= ? WHERE m.cluster_name = ?"
                + session.dialect().anew()
                + " ORDER BY e.id");
    statement.setString(1, publisher);
    statement.setLong(2, after);
    statement.setLong(3, after > Long.MAX_VALUE - most ? Long.MAX_VALUE : after + most);
    statement.setString(4, session.cluster());
    try (ResultSet rows = statement.executeQuery()) {
      return page(rows);
    }
  }

  private EventPage page(ResultSet rows) throws SQLException {
    List<EventRow> found = new ArrayList<>();
    boolean known = false;
    long last = 0;
    long removed = 0;
    while (rows.next()) {
      known = true;
      last = rows.getLong(1);
      removed = rows.getLong(2);
      if (rows.getString(4) != null) {
        found.add(EventRow.of(rows, 3, publisher));
      }
    }
    return known ? new EventPage(true, last, removed, found) : EventPage.NONE;
  }

  /** Events in a span of numbers, bodies of all: {@code after} itself is not in it. */
  List<EventRow> span(Session session, long after, long last) throws SQLException {
    PreparedStatement statement =
        session.statement(
            "SELECT %s FROM %s e WHERE e.cluster_name = ? AND e.id > ? AND e.id <= ?%s ORDER BY e.id"
                .formatted(EventRow.COLUMNS, tables.event(), session.dialect().anew()));
    statement.setString(1, EventRow.NOBODY);
    statement.setString(2, session.cluster());
    statement.setLong(3, after);
    statement.setLong(4, last);
    return rows(statement);
  }

  static List<EventRow> rows(PreparedStatement statement) throws SQLException {
    List<EventRow> found = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(EventRow.of(rows, 1, EventRow.NOBODY));
      }
    }
    return found;
  }
}
