package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Messages.LOG;

import dev.primacy.spi.RecordStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes sure that the table is there, has its shape and may be used; every time it is opened. */
final class TableCheck {

  private static final Set<String> KEY = Set.of(Layout.CLUSTER, Layout.KIND, Layout.NAME);

  private static final Set<Integer> TEXT =
      Set.of(Types.VARCHAR, Types.NVARCHAR, Types.LONGVARCHAR, Types.LONGNVARCHAR);
  private static final Set<Integer> BYTES =
      Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB);

  private final Connection connection;
  private final Dialect dialect;
  private final Layout layout;
  private final String product;
  private final String ddl;

  TableCheck(Connection connection, Dialect dialect, Layout layout, String product) {
    this.connection = connection;
    this.dialect = dialect;
    this.layout = layout;
    this.product = product;
    this.ddl = dialect.create(layout);
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
    dialect.inspect(connection, layout);
    tryRights();
  }

  private void supply(SQLException missing, boolean create) throws SQLException {
    if (Failures.isNoRights(missing)) {
      throw noRights(missing);
    }
    if (!create) {
      throw Unfit.forGood(LOG.noTable(layout.table(), Failures.text(missing), ddl), missing);
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
        ? Unfit.forGood(LOG.tableNotCreated(layout.table(), Failures.text(cause), ddl), cause)
        : cause;
  }

  private @Nullable SQLException create() {
    try {
      Dialect.execute(connection, ddl);
      LOG.tableCreated(layout.table(), product);
      return null;
    } catch (SQLException e) {
      return e;
    }
  }

  private void checkShape() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet none = statement.executeQuery(layout.shape())) {
      ResultSetMetaData columns = none.getMetaData();
      check(columns, 1, TEXT, Names.MOST_CHARACTERS);
      check(columns, 2, TEXT, Layout.KIND_CHARACTERS);
      check(columns, 3, TEXT, Names.MOST_CHARACTERS);
      check(columns, 4, TEXT, Layout.VERSION_CHARACTERS);
      check(columns, 5, BYTES, RecordStore.MAX_VALUE_BYTES);
      if (!dialect.primaryKey(connection, layout, columns).equals(KEY)) {
        throw wrong("its primary key is not (cluster_name, kind, name)");
      }
    }
  }

  /** A precision of 0 is no bound. */
  private void check(ResultSetMetaData columns, int column, Set<Integer> types, int least)
      throws SQLException {
    int precision = columns.getPrecision(column);
    if (!types.contains(columns.getColumnType(column)) || (precision > 0 && precision < least)) {
      throw wrong(
          "column %s is %s(%d)"
              .formatted(
                  columns.getColumnName(column).toLowerCase(Locale.ROOT),
                  columns.getColumnTypeName(column),
                  precision));
    }
  }

  private Unfit wrong(String what) {
    return Unfit.forGood(LOG.wrongShape(layout.table(), what, ddl));
  }

  private Unfit noRights(SQLException e) {
    return Unfit.forGood(LOG.noRights(layout.table(), Failures.text(e), ddl), e);
  }

  private void tryRights() throws SQLException {
    for (String trial : layout.trials()) {
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
