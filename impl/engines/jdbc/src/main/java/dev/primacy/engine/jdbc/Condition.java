package dev.primacy.engine.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Which rows of a cluster are wanted: the text of a condition, and its parameters. */
final class Condition {

  private final StringBuilder text = new StringBuilder("cluster_name = ?");

  private final List<Object> parameters = new ArrayList<>();
  private int most;

  Condition(String cluster) {
    parameters.add(cluster);
  }

  Condition and(String condition, Object... values) {
    text.append(" AND ").append(condition);
    parameters.addAll(Arrays.asList(values));
    return this;
  }

  /**
   * One of these; any if there are none. Filled up to the next power of two, so that there are few
   * different statements.
   */
  Condition in(String column, Set<?> values) {
    if (values.isEmpty()) {
      return this;
    }
    int size = Math.max(1, Integer.highestOneBit(2 * values.size() - 1));
    text.append(" AND ").append(column).append(" IN (").append("?, ".repeat(size - 1)).append("?)");
    List<Object> all = new ArrayList<>(values);
    for (int i = 0; i < size; i++) {
      parameters.add(all.get(Math.min(i, all.size() - 1)));
    }
    return this;
  }

  void atMost(int rows) {
    most = rows;
  }

  ResultSet select(Session session, String columns, String table, String order)
      throws SQLException {
    PreparedStatement statement =
        session.statement(
            "SELECT "
                + columns
                + " FROM "
                + table
                + " WHERE "
                + text
                + session.dialect().anew()
                + order);
    for (int i = 0; i < parameters.size(); i++) {
      bind(statement, i + 1, parameters.get(i));
    }
    statement.setMaxRows(most);
    return statement.executeQuery();
  }

  private static void bind(PreparedStatement statement, int parameter, Object value)
      throws SQLException {
    if (value instanceof Long number) {
      statement.setLong(parameter, number);
    } else {
      statement.setString(parameter, value.toString());
    }
  }
}
