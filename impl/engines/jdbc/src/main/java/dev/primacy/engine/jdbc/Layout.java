package dev.primacy.engine.jdbc;

import dev.primacy.spi.RecordStore;

/**
 * The statements, plain SQL all of them. Each write is one statement that compares and sets; no
 * time of the database's is used, and nothing that only one database knows.
 *
 * @param table the table's name as configured
 * @param anew a condition that always holds, added to what is read, for databases that would answer
 *     out of their memory otherwise; empty for none
 */
record Layout(String table, String anew) {

  static final String CLUSTER = "cluster_name";
  static final String KIND = "kind";
  static final String NAME = "name";
  static final String VERSION = "version";
  static final String CONTENT = "content";

  static final int KIND_CHARACTERS = 8;
  static final int VERSION_CHARACTERS = 32;

  private static final String KEY =
      " WHERE " + CLUSTER + " = ? AND " + KIND + " = ? AND " + NAME + " = ?";
  private static final String COLUMNS =
      CLUSTER + ", " + KIND + ", " + NAME + ", " + VERSION + ", " + CONTENT;

  Layout(String table) {
    this(table, "");
  }

  String select() {
    return "SELECT " + VERSION + ", " + CONTENT + " FROM " + table + KEY + anew;
  }

  String selectVersion() {
    return "SELECT " + VERSION + " FROM " + table + KEY + anew;
  }

  String selectAll() {
    return "SELECT %s, %s, %s FROM %s WHERE %s = ? AND %s = ?%s"
        .formatted(NAME, VERSION, CONTENT, table, CLUSTER, KIND, anew);
  }

  /** The same of so many names. */
  String selectSome(int names) {
    return selectAll() + " AND " + NAME + " IN (" + "?, ".repeat(names - 1) + "?)";
  }

  /** All of a cluster; contents of one kind only. */
  String selectVersions() {
    return "SELECT %s, %s, %s, CASE WHEN %s = ? THEN %s END FROM %s WHERE %s = ?%s"
        .formatted(KIND, NAME, VERSION, KIND, CONTENT, table, CLUSTER, anew);
  }

  String selectNames() {
    return "SELECT %s, %s FROM %s WHERE %s = ?".formatted(KIND, NAME, table, CLUSTER);
  }

  String insert() {
    return "INSERT INTO " + table + " (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?)";
  }

  String update() {
    return "UPDATE %s SET %s = ?, %s = ?%s AND %s = ?"
        .formatted(table, VERSION, CONTENT, KEY, VERSION);
  }

  /**
   * A change, as a row without a kind if it happened, and all of a cluster, as it was before.
   *
   * @param change begins with a change and gives the four columns
   */
  String withVersions(String change) {
    return change + " UNION ALL " + selectVersions();
  }

  String delete() {
    return "DELETE FROM " + table + KEY + " AND " + VERSION + " = ?";
  }

  /** What the table has to be like. */
  TableShape shape(Dialect dialect) {
    return TableShape.named(table)
        .text(CLUSTER, Names.MOST_CHARACTERS)
        .text(KIND, KIND_CHARACTERS)
        .text(NAME, Names.MOST_CHARACTERS)
        .text(VERSION, VERSION_CHARACTERS)
        .bytes(CONTENT, RecordStore.MAX_VALUE_BYTES)
        .key(dialect, CLUSTER, KIND, NAME);
  }
}
