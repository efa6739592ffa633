package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Messages.LOG;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;

/** MariaDB; and MySQL, which is not tested. */
final class MariaDb extends Dialect {

  private static final Set<String> WRITABLE = Set.of("0", "off");

  private static final String STORAGE =
      "SELECT engine FROM information_schema.tables WHERE table_schema = ? AND table_name = ?";

  @Override
  boolean isTested() {
    return true;
  }

  /** BLOB would be one byte too short. */
  @Override
  String binary() {
    return "MEDIUMBLOB";
  }

  /** The default storage engine may be another one. */
  @Override
  String tail() {
    return " ENGINE=InnoDB";
  }

  /** By default it takes small letters for large ones. */
  @Override
  String exact(int characters) {
    return super.exact(characters) + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";
  }

  @Override
  String longText() {
    return "MEDIUMTEXT CHARACTER SET utf8mb4";
  }

  @Override
  String millis() {
    return "CAST(UNIX_TIMESTAMP(SYSDATE(3)) * 1000 AS SIGNED)";
  }

  @Override
  void settle(Connection connection, long limitMillis) throws SQLException {
    String readOnly = single(connection, "SELECT @@global.read_only").toLowerCase(Locale.ROOT);
    if (!WRITABLE.contains(readOnly)) {
      throw Unfit.forNow(LOG.readOnly("read_only=" + readOnly));
    }
    String flush = single(connection, "SELECT @@global.innodb_flush_log_at_trx_commit");
    if (flush.equals("0")) {
      throw Unfit.forGood(LOG.flushedLater());
    }
    if (!flush.equals("1")) {
      warnOfLoss("innodb_flush_log_at_trx_commit=" + flush);
    }
    execute(
        connection,
        "SET SESSION innodb_lock_wait_timeout = " + Math.max(1, (limitMillis + 999) / 1000));
    endIdleTransactions(connection, limitMillis);
  }

  /** Else a node that is stopped in the middle of one keeps the others waiting. */
  private static void endIdleTransactions(Connection connection, long limitMillis) {
    try {
      execute(
          connection,
          "SET SESSION idle_transaction_timeout = " + Math.max(1, (limitMillis + 999) / 1000));
    } catch (SQLException unknown) {
      LOG.debugf(unknown, "MySQL has no such setting");
    }
  }

  @Override
  void inspect(Connection connection, TableShape shape) throws SQLException {
    String storage = storage(connection, shape);
    if (!storage.equalsIgnoreCase("InnoDB")) {
      throw Unfit.forGood(LOG.notInnoDb(shape.table(), storage, shape.table()));
    }
  }

  private static String storage(Connection connection, TableShape shape) throws SQLException {
    try (PreparedStatement empty = connection.prepareStatement(shape.select());
        ResultSet none = empty.executeQuery();
        PreparedStatement statement = connection.prepareStatement(STORAGE)) {
      ResultSetMetaData columns = none.getMetaData();
      statement.setString(1, columns.getCatalogName(1));
      statement.setString(2, columns.getTableName(1));
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? String.valueOf(rows.getString(1)) : "";
      }
    }
  }
}
