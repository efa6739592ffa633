package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Messages.LOG;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** H2, embedded, as AUTO_SERVER or through its TCP server. */
final class H2 extends Dialect {

  /** There are two once it was set: what the database keeps, and what holds since it was opened. */
  private static final String WRITE_DELAY =
      "SELECT MAX(CAST(SETTING_VALUE AS INTEGER)) FROM INFORMATION_SCHEMA.SETTINGS"
          + " WHERE SETTING_NAME = 'WRITE_DELAY'";

  /** H2 takes it for something that may change, and so never answers from memory. */
  private static final String ANEW = " AND SESSION_ID() IS NOT NULL";

  private static final int ROWS_AT_ONCE = 100_000;

  /**
   * A session keeps the result of its last query, and gives it again if no table was changed since.
   * It asks that of a number that is raised just before and just after a commit: in between it
   * gives what was before the commit, while others see what came after.
   */
  @Override
  String anew() {
    return ANEW;
  }

  @Override
  boolean isTested() {
    return true;
  }

  /**
   * By default a commit is written up to half a second after it was confirmed. What was set once is
   * kept and shown by the database, but no longer holds when it is opened again: it is set each
   * time.
   */
  @Override
  void settle(Connection connection, long limitMillis) throws SQLException {
    String delay = single(connection, WRITE_DELAY);
    if (!delay.equals("0")) {
      try {
        execute(connection, "SET WRITE_DELAY 0");
      } catch (SQLException e) {
        throw Failures.isNoRights(e)
            ? Unfit.forGood(LOG.writeDelay(delay, Failures.text(e)), e)
            : e;
      }
    }
    execute(connection, "SET LOCK_TIMEOUT " + Math.min(Integer.MAX_VALUE, limitMillis));
  }

  /**
   * All of them: by default a list of ten thousand groups takes a hundred round trips to the
   * server, which on a busy machine may be more than a request's time.
   */
  @Override
  int rowsAtOnce() {
    return ROWS_AT_ONCE;
  }

  /**
   * With AUTO_SERVER and AUTO_RECONNECT the driver connects anew when the connection breaks, and
   * sends the statement again: an update that succeeded finds no row then.
   */
  @Override
  String fingerprint(Connection connection) throws SQLException {
    return single(
        connection,
        "SELECT SESSION_START FROM INFORMATION_SCHEMA.SESSIONS WHERE SESSION_ID = SESSION_ID()");
  }

  @Override
  Optional<String> updated(String update, boolean announced) {
    return Optional.of(
        "SELECT NULL, %s, NULL, NULL FROM FINAL TABLE (%s)".formatted(Layout.VERSION, update));
  }
}
