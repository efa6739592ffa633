package dev.primacy.transactions;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;

/** What databases do not do alike. */
enum Dialect {
  /** Ends by itself a transaction that does nothing while it holds the row. */
  POSTGRESQL("FOR SHARE") {
    @Override
    void limitIdle(Connection connection, Duration idle) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "SET LOCAL idle_in_transaction_session_timeout = " + Math.max(1, idle.toMillis()));
      }
    }
  },

  /** MariaDB and MySQL, in words that all their versions know. */
  MARIADB("LOCK IN SHARE MODE") {
    @Override
    String create(String table) {
      return table + " ENGINE = InnoDB";
    }

    @Override
    void demandRowLocks(Connection connection) throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet found = statement.executeQuery(STORED_BY)) {
        // a table that is not there is told by whoever reads it
        if (found.next() && !"YES".equals(found.getString(1))) {
          throw TransactionMessages.TEXT.noRowLocks();
        }
      }
    }
  },

  /** H2 and others, which know no shared lock: transactions of one group commit one by one. */
  OTHER("FOR UPDATE");

  private static final String STORED_BY =
      "SELECT e.transactions FROM information_schema.tables t"
          + " LEFT JOIN information_schema.engines e ON e.engine = t.engine"
          + " WHERE t.table_schema = DATABASE() AND t.table_name = 'primacy_fence'";

  private final String lock;

  Dialect(String lock) {
    this.lock = lock;
  }

  static Dialect of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
    if (product.contains("postgresql")) {
      return POSTGRESQL;
    }
    return product.contains("mariadb") || product.contains("mysql") ? MARIADB : OTHER;
  }

  /** Ends a query that locks the rows it reads until the transaction ends. */
  String lock() {
    return lock;
  }

  /** Has the database end this transaction if its client falls silent for longer than that. */
  void limitIdle(Connection connection, Duration idle) throws SQLException {
    // the database has nothing of the kind
  }

  /** The statement that creates a table, so that it locks rows whatever the server's default is. */
  String create(String table) {
    return table;
  }

  /**
   * Demands that the table locks rows.
   *
   * @throws IllegalStateException if it is kept by what cannot
   */
  void demandRowLocks(Connection connection) throws SQLException {
    // all its tables do
  }
}
