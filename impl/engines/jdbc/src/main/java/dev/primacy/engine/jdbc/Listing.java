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
 * one statement; then, by a second one, those groups that are not known in their version. Used by
 * one thread at a time.
 */
final class Listing {

  private static final String GROUP = Names.stored(RecordKind.GROUP);

  private final Known known;
  private final List<StoredRecord> nodes = new ArrayList<>();

  /** By name as stored. */
  private final Map<String, StoredRecord> groups = new HashMap<>();

  private final List<String> unknown = new ArrayList<>();
  private boolean begun;

  Listing(Known known) {
    this.known = known;
  }

  /** By a statement of its own. On the thread that has the connection. */
  List<StoredRecord> read(Session session) throws SQLException {
    try (ResultSet rows = session.selectNodesAndVersions()) {
      boolean unused = take(rows);
    }
    return complete(session);
  }

  /** Of a statement that may have changed something as well; true if it says that it did. */
  boolean take(ResultSet rows) throws SQLException {
    boolean changed = false;
    while (rows.next()) {
      String kind = rows.getString(1);
      if (kind == null) {
        changed = true;
      } else {
        take(kind, rows);
      }
    }
    begun = true;
    return changed;
  }

  /** Rows of schedules are left out, and those that are none of ours. */
  private void take(String kind, ResultSet rows) throws SQLException {
    boolean group = kind.equals(GROUP);
    String name = rows.getString(2);
    String version = rows.getString(3);
    StoredRecord same = group ? known.group(name, version) : null;
    Optional<RecordKey> key = same == null ? Names.key(kind, name) : Optional.empty();
    if (same != null) {
      groups.put(name, same);
    } else if (group && key.isPresent()) {
      unknown.add(name);
    } else if (key.isPresent() && key.get().kind() == RecordKind.NODE) {
      nodes.add(new StoredRecord(key.get(), new RecordVersion(version), rows.getBytes(4)));
    }
  }

  /** In place of what was there before it was written. */
  void show(StoredRecord written) {
    RecordKey key = written.key();
    if (key.kind() == RecordKind.GROUP) {
      groups.put(Names.stored(key), written);
      unknown.remove(Names.stored(key));
    } else if (key.kind() == RecordKind.NODE) {
      nodes.removeIf(record -> record.key().equals(key));
      nodes.add(written);
    }
  }

  boolean isBegun() {
    return begun;
  }

  boolean isComplete() {
    return begun && unknown.isEmpty();
  }

  /** On the thread that has the connection. */
  List<StoredRecord> complete(Session session) throws SQLException {
    if (!unknown.isEmpty()) {
      fetch(session);
    }
    return all();
  }

  List<StoredRecord> all() {
    known.keep(groups.keySet());
    List<StoredRecord> all = new ArrayList<>(nodes);
    all.addAll(groups.values());
    return all;
  }

  private void fetch(Session session) throws SQLException {
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
    unknown.clear();
  }
}
