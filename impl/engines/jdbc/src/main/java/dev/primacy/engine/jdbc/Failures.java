package dev.primacy.engine.jdbc;

import static dev.primacy.engine.jdbc.Messages.LOG;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** What an error of the database says about the statement it answers. */
final class Failures {

  private static final String NUMBERED = "PRIMACY-";
  private static final String CONSTRAINT = "23";

  /**
   * Classes of SQL states by which a server rejects a statement as such: bad data, a constraint, no
   * right, no such table. In auto-commit such a statement has no effect. Everything else may be an
   * answer to a commit, or none at all, and says nothing.
   */
  private static final Set<String> REJECTED = Set.of("22", CONSTRAINT, "42", "44");

  private static final Set<String> READ_ONLY_STATES = Set.of("25006", "90097");

  /** MariaDB and MySQL: the server runs with read_only, or is in read-only mode. */
  private static final Set<Integer> READ_ONLY_CODES = Set.of(1290, 1836);

  private static final Set<String> BAD_CREDENTIALS = Set.of("28000", "28P01");

  /** PostgreSQL's state, H2's, and MariaDB's code. */
  private static final Set<String> NO_DATABASE_STATES = Set.of("3D000", "90149", "90146", "90013");

  private static final int NO_DATABASE_CODE = 1049;

  private static final Set<String> NO_RIGHTS_STATES = Set.of("42501", "90096", "90040");

  /** MariaDB: denied on a database, a table, a column. */
  private static final Set<Integer> NO_RIGHTS_CODES = Set.of(1044, 1142, 1143);

  private Failures() {}

  static boolean isConstraint(SQLException e) {
    return state(e).startsWith(CONSTRAINT);
  }

  /** The server took the statement, and it certainly has no effect. */
  static boolean isRejection(SQLException e) {
    String state = state(e);
    return isReadOnly(e)
        || NO_RIGHTS_STATES.contains(state)
        || (state.length() == 5 && REJECTED.contains(state.substring(0, 2)));
  }

  /** The server took the statement, and does not like the values in it. */
  static boolean isData(SQLException e) {
    return state(e).startsWith("22") || isConstraint(e);
  }

  /** The connection is as good as before, and so is what was found out when it was opened. */
  static boolean keepsConnection(SQLException e) {
    return isData(e);
  }

  static boolean isReadOnly(SQLException e) {
    return READ_ONLY_STATES.contains(state(e)) || READ_ONLY_CODES.contains(e.getErrorCode());
  }

  static boolean isNoRights(SQLException e) {
    return NO_RIGHTS_STATES.contains(state(e)) || NO_RIGHTS_CODES.contains(e.getErrorCode());
  }

  /** What only people can change, in their words; empty for what may pass. */
  static Optional<String> lasting(SQLException e) {
    if (e instanceof Unfit unfit) {
      return unfit.lasting() ? Optional.of(text(e)) : Optional.empty();
    }
    if (BAD_CREDENTIALS.contains(state(e))) {
      return Optional.of(LOG.badCredentials(text(e)));
    }
    return NO_DATABASE_STATES.contains(state(e)) || e.getErrorCode() == NO_DATABASE_CODE
        ? Optional.of(LOG.noSuchDatabase(text(e)))
        : Optional.empty();
  }

  /** For the log and for people: numbered already, or the driver's words. */
  static String told(SQLException e) {
    String text = text(e);
    return text.startsWith(NUMBERED) ? text : LOG.badAnswer(state(e), e.getErrorCode(), text);
  }

  /** One line: drivers add statements and hints on further ones. */
  static String text(SQLException e) {
    String message = String.valueOf(e.getMessage());
    return e instanceof Unfit
        ? message
        : message.lines().findFirst().orElse(message).replaceFirst("; SQL statement:$", "");
  }

  private static String state(SQLException e) {
    return e.getSQLState() == null ? "" : e.getSQLState();
  }
}
