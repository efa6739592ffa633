package dev.primacy.transactions;

import static dev.primacy.transactions.TransactionMessages.TEXT;
import static java.util.Objects.requireNonNull;

import dev.primacy.FencingToken;
import dev.primacy.Membership;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The fence of one group in the application's database: a row of the table {@code primacy_fence}
 * that carries the token of the latest primary. A transaction that commits through it has the row
 * locked until the commit, so that a later primary cannot have raised it before; one whose token is
 * not the row's is rolled back. For plain JDBC; in JTA transactions {@link dev.primacy.Fence} does
 * the same by an annotation.
 *
 * <p>Immutable and safe on any thread; the connections passed in are used on the calling thread.
 *
 * @since 0.1
 */
public final class TransactionFence {
  private static final Duration IDLE = Duration.ofSeconds(5);
  private static final int TRIES = 10;

  private final FenceRow row;
  private final Duration idle;

  private TransactionFence(FenceRow row, Duration idle) {
    this.row = row;
    this.idle = idle;
  }

  /**
   * The fence of a group.
   *
   * @param cluster {@code primacy.cluster}
   * @param group the group's name
   * @return the fence, whose transactions PostgreSQL ends after 5 s of silence
   */
  public static TransactionFence of(String cluster, String group) {
    return new TransactionFence(
        new FenceRow(requireNonNull(cluster, "cluster"), requireNonNull(group, "group")), IDLE);
  }

  /**
   * Changes how long a transaction that holds the row may be silent before PostgreSQL ends it, so
   * that a process which is stopped in it cannot keep its successor out for ever. Other databases
   * have no such limit that one transaction could set.
   *
   * @param limit at least a millisecond
   * @return the changed fence
   */
  public TransactionFence withIdleLimit(Duration limit) {
    return new TransactionFence(row, requireNonNull(limit, "limit"));
  }

  /**
   * The statement that creates the table.
   *
   * @return SQL that every database knows
   */
  public static String ddl() {
    return FenceRow.TABLE;
  }

  /** What is done in one transaction. */
  @FunctionalInterface
  public interface Work<T> {

    /**
     * Reads and writes; neither commits nor closes.
     *
     * @param connection in a transaction
     * @return what the caller gets
     * @throws SQLException if it fails; the transaction is rolled back then
     */
    T with(Connection connection) throws SQLException;
  }

  /**
   * Does some work in a transaction of its own and commits it through the fence.
   *
   * @param <T> what the work returns
   * @param source whose connections take part in no other transaction
   * @param token under which the work is done
   * @param work the work
   * @return what the work returned, once it is committed
   * @throws TransactionFencedException if it was rolled back because the fence shows another token
   * @throws SQLException if it failed; whether it is committed is unknown if the commit itself
   *     failed
   */
  public <T> T run(DataSource source, FencingToken token, Work<T> work) throws SQLException {
    return run(source, token, work, () -> {});
  }

  /**
   * Does some work in a transaction of its own under the role held now, and commits it through the
   * fence if that role still stands once the fence is locked. The better one of the two: it refuses
   * a stale token also where the row was restored to that very token from a backup. If the fence
   * shows another token although the role stands, which a restore does too, the role is handed
   * back, so that the next primary raises the fence anew.
   *
   * @param <T> what the work returns
   * @param source whose connections take part in no other transaction
   * @param membership of the group, under whose role the work is done
   * @param work the work
   * @return what the work returned, once it is committed
   * @throws dev.primacy.NotPrimaryException if this node is not the primary; nothing was done then
   * @throws TransactionFencedException if it was rolled back because the role has ended, or the
   *     fence shows another token
   * @throws SQLException if it failed; whether it is committed is unknown if the commit itself
   *     failed
   */
  public <T> T run(DataSource source, Membership membership, Work<T> work) throws SQLException {
    FencingToken token = membership.requirePrimary();
    try {
      return run(source, token, work, () -> demandRole(membership, token));
    } catch (TransactionFencedException refused) {
      if (holds(membership, token)) {
        TransactionLog.LOG.handedBack(row.group());
        var unused = membership.stepDown();
      }
      throw refused;
    }
  }

  private void demandRole(Membership membership, FencingToken token) {
    if (!holds(membership, token)) {
      throw refused(TEXT.roleEnded(row.group(), "the work"));
    }
  }

  private static boolean holds(Membership membership, FencingToken token) {
    return membership.token().filter(token::equals).isPresent();
  }

  private <T> T run(DataSource source, FencingToken token, Work<T> work, Runnable behindTheLock)
      throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      boolean done = false;
      try {
        T result = work.with(connection);
        hold(connection, token);
        behindTheLock.run();
        done = true;
        connection.commit();
        return result;
      } finally {
        if (!done) {
          connection.rollback();
        }
        connection.setAutoCommit(true);
      }
    }
  }

  /**
   * Commits the transaction of a connection through the fence, or rolls it back.
   *
   * @param connection in a transaction, not in auto-commit mode
   * @param token under which it was done
   * @throws TransactionFencedException if it was rolled back because the fence shows another token
   * @throws IllegalStateException if the connection is in auto-commit mode
   * @throws SQLException if the fence could not be read, and the transaction was rolled back; or if
   *     the commit failed, and its outcome is unknown
   */
  public void commit(Connection connection, FencingToken token) throws SQLException {
    demandTransaction(connection);
    boolean held = false;
    try {
      hold(connection, token);
      held = true;
    } finally {
      if (!held) {
        connection.rollback();
      }
    }
    connection.commit();
  }

  /**
   * Locks the row until the transaction of a connection ends, and demands the token of it. Neither
   * commits nor rolls back.
   *
   * @param connection in a transaction, not in auto-commit mode
   * @param token under which it was done
   * @throws TransactionFencedException if the row shows another token, or there is none
   * @throws SQLException if the row cannot be read
   */
  public void hold(Connection connection, FencingToken token) throws SQLException {
    demandTransaction(connection);
    Dialect dialect = Dialect.of(connection);
    dialect.limitIdle(connection, idle);
    Optional<FencingToken> stands = row.lock(connection, dialect);
    if (!stands.equals(Optional.of(token))) {
      String shown = stands.map(FencingToken::toString).orElse("no row");
      throw new TransactionFencedException(
          TEXT.fencedOff(row.group(), shown, token.toString()), row.group());
    }
  }

  private void demandTransaction(Connection connection) throws SQLException {
    if (connection.getAutoCommit()) {
      throw TEXT.notInTransaction(row.group());
    }
  }

  /** Asks the store. */
  @FunctionalInterface
  public interface Confirmation {

    /**
     * Whether this node holds the group, by a read of the group's record that begins now.
     *
     * @param token the token held
     * @return false if it does not, or is not known to
     */
    boolean holds(FencingToken token);
  }

  /**
   * Raises the fence to the token of a new primary, before it lets anybody in: compare and set,
   * with the store asked in between. Waits for transactions that hold the row.
   *
   * @param connection in auto-commit mode
   * @param token of the new primary, who raises it once
   * @param confirmation asked after the row was read and before it is set, so that a raise which
   *     was delayed changes nothing
   * @param patience how long one statement may take at most, in whole seconds
   * @throws TransactionFencedException if the fence shows this token or a later one already, or the
   *     store does not confirm the role; the role has to be handed back then
   * @throws IllegalStateException if MariaDB or MySQL keep the table where no rows are locked
   * @throws SQLException if the database fails, or it takes too long; the role has to be handed
   *     back then as well
   */
  public void raise(
      Connection connection, FencingToken token, Confirmation confirmation, Duration patience)
      throws SQLException {
    Dialect.of(connection).demandRowLocks(connection);
    int seconds = (int) Math.max(1, patience.toSeconds());
    for (int tries = 0; tries < TRIES; tries++) {
      Optional<FencingToken> stands = row.read(connection);
      if (stands.isPresent() && !mayFollow(token, stands.get())) {
        throw refused(TEXT.raisedAlready(row.group(), stands.get().toString(), token.toString()));
      }
      if (!confirmation.holds(token)) {
        throw refused(TEXT.notConfirmed(row.group(), token.toString()));
      }
      if (row.replace(connection, stands, token, seconds)) {
        return;
      }
    }
    throw refused(TEXT.contended(row.group(), token.toString(), TRIES));
  }

  /** Another scope may follow if the store confirms it; which closes the old one. */
  private static boolean mayFollow(FencingToken token, FencingToken stands) {
    return !token.isComparableWith(stands) || token.supersedes(stands);
  }

  private TransactionFencedException refused(String message) {
    return new TransactionFencedException(message, row.group());
  }
}
