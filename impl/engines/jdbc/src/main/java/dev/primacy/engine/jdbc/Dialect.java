package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Messages.LOG;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What differs from one database to the next. This one is for those nobody tried. */
class Dialect {

  static Dialect of(String product) {
    String name = product.toLowerCase(Locale.ROOT);
    if (name.equals("h2")) {
      return new H2();
    }
    if (name.equals("postgresql")) {
      return new PostgreSql();
    }
    return name.equals("mariadb") || name.equals("mysql") ? new MariaDb() : new Dialect();
  }

  /** The statements on the table of this name. */
  Layout layout(String table) {
    return new Layout(table, anew());
  }

  /** See {@link Layout}. */
  String anew() {
    return "";
  }

  /** Whether it is among those the tests run on. */
  boolean isTested() {
    return false;
  }

  /** The type of a column for up to 65,536 bytes. */
  String binary() {
    return "VARBINARY(65536)";
  }

  /** The type of a column for text that is compared as it is, letter by letter. */
  String exact(int characters) {
    return "VARCHAR(" + characters + ")";
  }

  /** The type of a column for long text. */
  String longText() {
    return "VARCHAR(1048576)";
  }

  /** What follows the definition of a table. */
  String tail() {
    return "";
  }

  /** The database's time in milliseconds since 1970, as it passes also within a transaction. */
  String millis() {
    return "CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000 AS BIGINT)";
  }

  /**
   * Looks whether this server may be used, and settles how statements run in this session.
   *
   * @throws Unfit if it must not be used
   */
  void settle(Connection connection, long limitMillis) throws SQLException {
    // nothing that all databases know
  }

  /** Looks at the table as only this database can. */
  void inspect(Connection connection, TableShape shape) throws SQLException {
    // nothing that all databases know
  }

  /** The columns of the primary key, in lower case. */
  Set<String> primaryKey(Connection connection, String table, ResultSetMetaData columns)
      throws SQLException {
    DatabaseMetaData data = connection.getMetaData();
    Set<String> key = new HashSet<>();
    try (ResultSet rows =
        data.getPrimaryKeys(
            columns.getCatalogName(1),
            columns.getSchemaName(1).isEmpty() ? null : columns.getSchemaName(1),
            columns.getTableName(1))) {
      while (rows.next()) {
        key.add(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
      }
    }
    return key;
  }

  /**
   * What tells this session of the database from any other one, if the driver may open another one
   * behind our back and repeat a statement there.
   */
  String fingerprint(Connection connection) throws SQLException {
    return "";
  }

  /** How many rows of an answer to ask for at a time; 0 for what the driver takes to be right. */
  int rowsAtOnce() {
    return 0;
  }

  /** Whether changes can be announced to other sessions. */
  boolean announces() {
    return false;
  }

  /**
   * A row without a kind if an update happened, as the beginning of a statement that goes on with
   * {@code UNION ALL}; empty if this database cannot update and select in one statement.
   *
   * @param update the update
   * @param announced whether it is announced to the others: then channel and payload come last
   */
  Optional<String> updated(String update, boolean announced) {
    return Optional.empty();
  }

  /** Announces something to other sessions; channel and payload are its parameters. */
  static String announcement() {
    return "SELECT pg_notify(?, ?)";
  }

  static String single(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? String.valueOf(rows.getString(1)) : "";
    }
  }

  static void execute(Connection connection, String command) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  static void warnOfLoss(String setting) {
    LOG.lostWithTheMachine(setting);
  }
}
