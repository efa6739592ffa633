package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Messages.LOG;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes sure that the table is there, has its shape and may be used; every time it is opened. */
final class TableCheck {

  private final Connection connection;
  private final Dialect dialect;
  private final TableShape shape;
  private final String product;

  TableCheck(Connection connection, Dialect dialect, TableShape shape, String product) {
    this.connection = connection;
    this.dialect = dialect;
    this.shape = shape;
    this.product = product;
  }

  void run(boolean create) throws SQLException {
    try {
      checkShape();
    } catch (SQLException missing) {
      if (missing instanceof Unfit || !Failures.isRejection(missing)) {
        throw missing;
      }
      supply(missing, create);
    }
    dialect.inspect(connection, shape);
    tryRights();
  }

  private void supply(SQLException missing, boolean create) throws SQLException {
    if (Failures.isNoRights(missing)) {
      throw noRights(missing);
    }
    if (!create) {
      throw Unfit.forGood(
          LOG.noTable(shape.table(), Failures.text(missing), shape.statements()), missing);
    }
    SQLException notCreated = create();
    try {
      // another node may have been faster
      checkShape();
    } catch (SQLException still) {
      if (still instanceof Unfit || !Failures.isRejection(still)) {
        throw still;
      }
      throw notCreated(notCreated == null ? still : notCreated);
    }
  }

  /** Nodes that start together may also be in each other's way. */
  private SQLException notCreated(SQLException cause) {
    return Failures.isRejection(cause)
        ? Unfit.forGood(
            LOG.tableNotCreated(shape.table(), Failures.text(cause), shape.statements()), cause)
        : cause;
  }

  private @Nullable SQLException create() {
    try {
      for (String statement : shape.ddl()) {
        Dialect.execute(connection, statement);
      }
      LOG.tableCreated(shape.table(), product);
      return null;
    } catch (SQLException e) {
      return e;
    }
  }

  private void checkShape() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet none = statement.executeQuery(shape.select())) {
      ResultSetMetaData columns = none.getMetaData();
      for (int i = 0; i < shape.columns().size(); i++) {
        check(columns, i + 1, shape.columns().get(i));
      }
      Set<String> key = dialect.primaryKey(connection, shape.table(), columns);
      if (!key.equals(Set.copyOf(shape.key()))) {
        throw wrong("its primary key is not (" + String.join(", ", shape.key()) + ")");
      }
    }
  }

  /** A precision of 0 is no bound. */
  private void check(ResultSetMetaData columns, int column, TableShape.Column wanted)
      throws SQLException {
    int precision = columns.getPrecision(column);
    boolean shorter = precision > 0 && precision < wanted.least();
    if (!wanted.types().contains(columns.getColumnType(column)) || shorter) {
      throw wrong(
          "column %s is %s(%d)"
              .formatted(
                  columns.getColumnName(column).toLowerCase(Locale.ROOT),
                  columns.getColumnTypeName(column),
                  precision));
    }
  }

  private Unfit wrong(String what) {
    return Unfit.forGood(LOG.wrongShape(shape.table(), what, shape.statements()));
  }

  private Unfit noRights(SQLException e) {
    return Unfit.forGood(LOG.noRights(shape.table(), Failures.text(e), shape.statements()), e);
  }

  private void tryRights() throws SQLException {
    for (String trial : shape.trials()) {
      try {
        Dialect.execute(connection, trial);
      } catch (SQLException e) {
        if (Failures.isReadOnly(e)) {
          throw Unfit.forNow(LOG.readOnly(Failures.text(e)));
        }
        if (Failures.isNoRights(e)) {
          throw noRights(e);
        }
        throw e;
      }
    }
  }
}
