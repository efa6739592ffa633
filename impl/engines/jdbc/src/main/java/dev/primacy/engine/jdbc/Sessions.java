package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Messages.LOG;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Opens connections, and lets only those through on which the promises can be kept. */
final class Sessions {

  private final Source source;
  private final Configuration configuration;
  private final List<TableShape.Named> tables;
  private final AtomicBoolean warned = new AtomicBoolean();

  Sessions(Source source, Configuration configuration) {
    this(
        source,
        configuration,
        List.of(dialect -> dialect.layout(configuration.table()).shape(dialect)));
  }

  /**
   * For other tables than that of the records.
   *
   * @param tables those that have to be there
   */
  Sessions(Source source, Configuration configuration, List<TableShape.Named> tables) {
    this.source = source;
    this.configuration = configuration;
    this.tables = tables;
  }

  /**
   * On the thread that will use it.
   *
   * @throws Unfit if the connection works and must not be used
   */
  Session open() throws SQLException {
    try {
      Connection connection = source.connect();
      try {
        return fit(connection);
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (RuntimeException e) {
      throw new SQLException(e);
    }
  }

  private Session fit(Connection connection) throws SQLException {
    limit(connection, JdbcUrl.opening(configuration.requestTimeout()));
    String name = connection.getMetaData().getDatabaseProductName();
    String product = name + ' ' + connection.getMetaData().getDatabaseProductVersion();
    Dialect dialect = Dialect.of(name);
    commitEach(connection);
    allowWrites(connection);
    readWhatIsCommitted(connection);
    dialect.settle(connection, configuration.requestTimeout().toMillis());
    for (TableShape.Named table : tables) {
      new TableCheck(connection, dialect, table.in(dialect), product)
          .run(configuration.createTable());
    }
    if (!dialect.isTested() && warned.compareAndSet(false, true)) {
      LOG.untested(product);
    }
    Session session = new Session(connection, dialect, configuration, product);
    limit(connection, configuration.requestTimeout());
    return session;
  }

  private static void limit(Connection connection, Duration time) {
    try {
      int millis = (int) Math.min(Integer.MAX_VALUE, Math.max(1, time.toMillis()));
      connection.setNetworkTimeout(Runnable::run, millis);
    } catch (SQLException | AbstractMethodError unsupported) {
      LOG.debugf(unsupported, "this driver has no network timeout; the lane's own has to do");
    }
  }

  private static void commitEach(Connection connection) throws SQLException {
    try {
      if (!connection.getAutoCommit()) {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw Unfit.forGood(LOG.noAutoCommit(Failures.text(e)), e);
    }
    if (!connection.getAutoCommit()) {
      throw Unfit.forGood(LOG.noAutoCommit("it stays off"));
    }
  }

  private static void allowWrites(Connection connection) throws SQLException {
    if (connection.isReadOnly()) {
      connection.setReadOnly(false);
      if (connection.isReadOnly()) {
        throw Unfit.forNow(LOG.readOnly("the connection says so"));
      }
    }
  }

  /** MariaDB's default would be fine for single statements too; a data source may have set any. */
  private static void readWhatIsCommitted(Connection connection) throws SQLException {
    int wanted = Connection.TRANSACTION_READ_COMMITTED;
    if (connection.getTransactionIsolation() == wanted) {
      return;
    }
    try {
      connection.setTransactionIsolation(wanted);
    } catch (SQLException e) {
      throw Unfit.forGood(LOG.noReadCommitted(Failures.text(e)), e);
    }
  }
}
