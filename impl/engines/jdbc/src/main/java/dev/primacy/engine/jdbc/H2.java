package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Messages.LOG;

import java.sql.Connection;
import java.sql.SQLException;

/** H2, embedded, as AUTO_SERVER or through its TCP server. */
final class H2 extends Dialect {

  private static final String WRITE_DELAY =
      "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'WRITE_DELAY'";

  @Override
  boolean isTested() {
    return true;
  }

  /** By default a commit is written up to half a second after it was confirmed. */
  @Override
  void settle(Connection connection, long limitMillis) throws SQLException {
    String delay = single(connection, WRITE_DELAY);
    if (!delay.equals("0")) {
      try {
        // kept by the database, so that it also holds for whoever opens it next
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
   * With AUTO_SERVER and AUTO_RECONNECT the driver connects anew when the connection breaks, and
   * sends the statement again: an update that succeeded finds no row then.
   */
  @Override
  String fingerprint(Connection connection) throws SQLException {
    return single(
        connection,
        "SELECT SESSION_START FROM INFORMATION_SCHEMA.SESSIONS WHERE SESSION_ID = SESSION_ID()");
  }
}
