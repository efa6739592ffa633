package dev.primacy.transactions;

import dev.primacy.FencingToken;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * The row of one group in {@code primacy_fence}, by plain statements that every database knows.
 *
 * @param cluster the cluster
 * @param group the group
 */
record FenceRow(String cluster, String group) {
  static final String TABLE =
      """
      CREATE TABLE primacy_fence (
        cluster VARCHAR(63) NOT NULL,
        grp VARCHAR(63) NOT NULL,
        scope VARCHAR(36) NOT NULL,
        term BIGINT NOT NULL,
        PRIMARY KEY (cluster, grp))\
      """;

  private static final String SELECT =
      "SELECT scope, term FROM primacy_fence WHERE cluster = ? AND grp = ?";
  private static final String INSERT =
      "INSERT INTO primacy_fence (scope, term, cluster, grp) VALUES (?, ?, ?, ?)";
  private static final String UPDATE =
      "UPDATE primacy_fence SET scope = ?, term = ?"
          + " WHERE cluster = ? AND grp = ? AND scope = ? AND term = ?";

  /** The class of SQL states that tell of a key that is there already. */
  private static final String INTEGRITY = "23";

  Optional<FencingToken> read(Connection connection) throws SQLException {
    return select(connection, SELECT);
  }

  /** Reads the row and locks it against a raise until the transaction ends. */
  Optional<FencingToken> lock(Connection connection, Dialect dialect) throws SQLException {
    // a read-only transaction may not lock, and has nothing to protect
    return select(connection, connection.isReadOnly() ? SELECT : SELECT + " " + dialect.lock());
  }

  private Optional<FencingToken> select(Connection connection, String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, cluster);
      statement.setString(2, group);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(token(rows.getString(1), rows.getLong(2)))
            : Optional.empty();
      }
    }
  }

  private FencingToken token(String scope, long term) throws SQLException {
    try {
      return new FencingToken(UUID.fromString(scope), term);
    } catch (IllegalArgumentException damaged) {
      throw new SQLException(
          "the row of cluster '%s' and group '%s' in primacy_fence is no token: '%s', %d"
              .formatted(cluster, group, scope, term),
          damaged);
    }
  }

  /**
   * Compare and set.
   *
   * @param seconds how long it may wait for the row
   * @return false if the row is not as expected any more
   */
  boolean replace(
      Connection connection, Optional<FencingToken> expected, FencingToken next, int seconds)
      throws SQLException {
    return expected.isPresent()
        ? update(connection, expected.get(), next, seconds)
        : insert(connection, next, seconds);
  }

  private boolean update(
      Connection connection, FencingToken expected, FencingToken next, int seconds)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
      bind(statement, next, seconds);
      statement.setString(5, expected.scope().toString());
      statement.setLong(6, expected.term());
      return statement.executeUpdate() == 1;
    }
  }

  private boolean insert(Connection connection, FencingToken next, int seconds)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      bind(statement, next, seconds);
      return statement.executeUpdate() == 1;
    } catch (SQLException e) {
      if (String.valueOf(e.getSQLState()).startsWith(INTEGRITY)) {
        return false;
      }
      throw e;
    }
  }

  private void bind(PreparedStatement statement, FencingToken next, int seconds)
      throws SQLException {
    statement.setQueryTimeout(seconds);
    statement.setString(1, next.scope().toString());
    statement.setLong(2, next.term());
    statement.setString(3, cluster);
    statement.setString(4, group);
  }
}
