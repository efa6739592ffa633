package dev.primacy.engine.jdbc;

import dev.primacy.spi.ArchiveQuery;
import dev.primacy.spi.ArchivedEvent;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The statements on the archive's table. On the thread that has the connection. */
final class ArchiveRows {

  private static final int[] CHUNKS = {64, 8, 1};
  private static final String COLUMNS = "id, event_id, origin, at_millis, content";

  private final EventTables tables;

  ArchiveRows(EventTables tables) {
    this.tables = tables;
  }

  /** Leaves out those that are there. */
  boolean insert(Session session, List<ArchivedEvent> events) throws SQLException {
    Set<String> there = there(session, events);
    List<ArchivedEvent> missing = new ArrayList<>();
    for (ArchivedEvent event : events) {
      if (there.add(event.id())) {
        missing.add(event);
      }
    }
    int done = 0;
    for (int chunk : CHUNKS) {
      for (; missing.size() - done >= chunk; done += chunk) {
        insertChunk(session, missing.subList(done, done + chunk));
      }
    }
    return true;
  }

  private void insertChunk(Session session, List<ArchivedEvent> chunk) throws SQLException {
    PreparedStatement statement =
        session.statement(tables.shapeOfArchive(session.dialect()).insert(chunk.size()));
    int parameter = 1;
    for (ArchivedEvent event : chunk) {
      statement.setString(parameter++, session.cluster());
      statement.setString(parameter++, event.id());
      statement.setLong(parameter++, event.eventId());
      statement.setString(parameter++, event.origin());
      statement.setLong(parameter++, event.at().toEpochMilli());
      statement.setString(parameter++, event.text());
    }
    statement.executeUpdate();
  }

  private Set<String> there(Session session, List<ArchivedEvent> events) throws SQLException {
    Set<String> there = new HashSet<>();
    for (int from = 0; from < events.size(); from += CHUNKS[0]) {
      int to = Math.min(events.size(), from + CHUNKS[0]);
      Set<String> ids =
          events.subList(from, to).stream().map(ArchivedEvent::id).collect(Collectors.toSet());
      Condition some = new Condition(session.cluster()).in("id", ids);
      try (ResultSet rows = some.select(session, "id", tables.archive(), "")) {
        while (rows.next()) {
          there.add(rows.getString(1));
        }
      }
    }
    return there;
  }

  List<ArchivedEvent> find(Session session, ArchiveQuery query) throws SQLException {
    Condition condition =
        new Condition(session.cluster())
            .in("id", query.ids())
            .in(
                "event_id",
                query.eventIds().stream().map(Integer::longValue).collect(Collectors.toSet()))
            .in("origin", query.origins());
    query.from().ifPresent(from -> condition.and("at_millis >= ?", millis(from)));
    query.to().ifPresent(to -> condition.and("at_millis <= ?", to.toEpochMilli()));
    String beyond = query.descending() ? "<" : ">";
    query.after().ifPresent(last -> after(condition, last, beyond));
    String way = query.descending() ? " DESC" : "";
    String order = " ORDER BY at_millis" + way + ", id" + way;
    return found(session, condition, order, query.limit());
  }

  private static void after(Condition condition, ArchivedEvent last, String beyond) {
    long at = last.at().toEpochMilli();
    condition.and(
        "(at_millis %s ? OR (at_millis = ? AND id %s ?))".formatted(beyond, beyond),
        at,
        at,
        last.id());
  }

  /** The first whole millisecond that is not before it. */
  private static long millis(Instant from) {
    long floor = from.toEpochMilli();
    return Instant.ofEpochMilli(floor).equals(from) ? floor : floor + 1;
  }

  private List<ArchivedEvent> found(Session session, Condition condition, String order, int limit)
      throws SQLException {
    List<ArchivedEvent> found = new ArrayList<>();
    condition.atMost(limit);
    try (ResultSet rows = condition.select(session, COLUMNS, tables.archive(), order)) {
      while (rows.next()) {
        found.add(
            new ArchivedEvent(
                rows.getString(1),
                (int) rows.getLong(2),
                rows.getString(3),
                Instant.ofEpochMilli(rows.getLong(4)),
                rows.getString(5)));
      }
    }
    return found;
  }

  int forget(Session session, long before, int most) throws SQLException {
    Condition old = new Condition(session.cluster()).and("at_millis < ?", before);
    old.atMost(most);
    long last = Long.MIN_VALUE;
    try (ResultSet rows =
        old.select(session, "at_millis", tables.archive(), " ORDER BY at_millis")) {
      while (rows.next()) {
        last = rows.getLong(1);
      }
    }
    PreparedStatement statement =
        session.statement(
            "DELETE FROM %s WHERE cluster_name = ? AND at_millis <= ?".formatted(tables.archive()));
    statement.setString(1, session.cluster());
    statement.setLong(2, last);
    return last == Long.MIN_VALUE ? 0 : statement.executeUpdate();
  }
}
