package dev.primacy.engine.jdbc;

import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoredRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One list: the records of all nodes, which change all the time, and the versions of all groups, by
 * one statement; then, by a second one, those groups that are not known in their version. On the
 * thread that has the connection.
 */
final class Listing {

  private static final String GROUP = Names.stored(RecordKind.GROUP);

  private final Session session;
  private final Known known;
  private final List<StoredRecord> nodes = new ArrayList<>();

  /** By name as stored. */
  private final Map<String, StoredRecord> groups = new HashMap<>();

  private final List<String> unknown = new ArrayList<>();

  Listing(Session session, Known known) {
    this.session = session;
    this.known = known;
  }

  List<StoredRecord> read() throws SQLException {
    try (ResultSet rows = session.selectNodesAndVersions()) {
      while (rows.next()) {
        take(rows);
      }
    }
    if (!unknown.isEmpty()) {
      fetch();
    }
    known.keep(groups.keySet());
    List<StoredRecord> all = new ArrayList<>(nodes);
    all.addAll(groups.values());
    return all;
  }

  /** Rows of schedules are left out, and those that are none of ours. */
  private void take(ResultSet rows) throws SQLException {
    boolean group = rows.getString(1).equals(GROUP);
    String name = rows.getString(2);
    String version = rows.getString(3);
    StoredRecord same = group ? known.group(name, version) : null;
    Optional<RecordKey> key = same == null ? Names.key(rows.getString(1), name) : Optional.empty();
    if (same != null) {
      groups.put(name, same);
    } else if (group && key.isPresent()) {
      unknown.add(name);
    } else if (key.isPresent() && key.get().kind() == RecordKind.NODE) {
      nodes.add(new StoredRecord(key.get(), new RecordVersion(version), rows.getBytes(4)));
    }
  }

  private void fetch() throws SQLException {
    try (ResultSet rows = session.selectGroups(unknown)) {
      while (rows.next()) {
        Optional<RecordKey> key = Names.key(RecordKind.GROUP, rows.getString(1));
        if (key.isPresent()) {
          RecordVersion version = new RecordVersion(rows.getString(2));
          StoredRecord record = new StoredRecord(key.get(), version, rows.getBytes(3));
          groups.put(rows.getString(1), record);
          known.seen(record);
        }
      }
    }
  }
}
