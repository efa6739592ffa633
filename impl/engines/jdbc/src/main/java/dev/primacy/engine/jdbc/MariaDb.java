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

  /** BLOB would be one byte too short, and the default storage engine may be another one. */
  @Override
  String create(Layout layout) {
    return layout.create("MEDIUMBLOB", " ENGINE=InnoDB");
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
  }

  @Override
  void inspect(Connection connection, Layout layout) throws SQLException {
    String storage = storage(connection, layout);
    if (!storage.equalsIgnoreCase("InnoDB")) {
      throw Unfit.forGood(LOG.notInnoDb(layout.table(), storage, layout.table()));
    }
  }

  private static String storage(Connection connection, Layout layout) throws SQLException {
    try (PreparedStatement shape = connection.prepareStatement(layout.shape());
        ResultSet none = shape.executeQuery();
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
