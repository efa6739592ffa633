package dev.primacy.transactions;

import static java.util.Objects.requireNonNull;

import dev.primacy.FencingToken;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * Fences single rows: each carries the token of whoever wrote it last in two columns of its own,
 * and an update whose token is lower, or of another scope, finds no row.
 *
 * <pre>{@code
 * FencePredicate fence = FencePredicate.on("fence_scope", "fence");
 * var update = connection.prepareStatement(
 *     "UPDATE account SET amount = ?, " + fence.assignment()
 *         + " WHERE id = ? AND " + fence.condition());
 * update.setLong(1, amount);
 * fence.bindAssignment(update, 2, token);
 * update.setString(4, id);
 * fence.bindCondition(update, 5, token);
 * boolean written = update.executeUpdate() == 1;  // else: this primary is stale
 * }</pre>
 *
 * <p>What it protects is the row: a transaction that also inserts or touches other rows is
 * protected by it if it updates one such row that all of them do, and rolls back unless that one
 * was found. Works with any database and needs no lock; after the store was wiped, the scope of the
 * rows has to be replaced once. Immutable and safe on any thread.
 *
 * @since 0.1
 */
public final class FencePredicate {
  private static final Pattern COLUMN = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");

  private final String scope;
  private final String term;

  private FencePredicate(String scope, String term) {
    this.scope = scope;
    this.term = term;
  }

  /**
   * Names the two columns.
   *
   * @param scopeColumn holds 36 characters
   * @param termColumn holds a 64-bit number
   * @return the predicate
   * @throws IllegalArgumentException if a name is not made of letters, digits, underscores and dots
   */
  public static FencePredicate on(String scopeColumn, String termColumn) {
    return new FencePredicate(column(scopeColumn), column(termColumn));
  }

  private static String column(String name) {
    if (!COLUMN.matcher(requireNonNull(name, "name")).matches()) {
      throw new IllegalArgumentException(
          "'" + name + "' is not a column: letters, digits, underscores and dots make one");
    }
    return name;
  }

  /**
   * What belongs after {@code WHERE}.
   *
   * @return a condition with two parameters
   */
  public String condition() {
    return "(" + scope + " = ? AND " + term + " <= ?)";
  }

  /**
   * What belongs after {@code SET}: the writer's token.
   *
   * @return assignments with two parameters
   */
  public String assignment() {
    return scope + " = ?, " + term + " = ?";
  }

  /**
   * Sets the parameters of {@link #condition}.
   *
   * @param statement the statement
   * @param index of the first one
   * @param token under which it is written
   * @return the index that follows
   * @throws SQLException if the driver refuses
   */
  public int bindCondition(PreparedStatement statement, int index, FencingToken token)
      throws SQLException {
    return bind(statement, index, token);
  }

  /**
   * Sets the parameters of {@link #assignment}.
   *
   * @param statement the statement
   * @param index of the first one
   * @param token under which it is written
   * @return the index that follows
   * @throws SQLException if the driver refuses
   */
  public int bindAssignment(PreparedStatement statement, int index, FencingToken token)
      throws SQLException {
    return bind(statement, index, token);
  }

  private static int bind(PreparedStatement statement, int index, FencingToken token)
      throws SQLException {
    statement.setString(index, token.scope().toString());
    statement.setLong(index + 1, token.term());
    return index + 2;
  }
}
