package dev.primacy.engine.jdbc;

import java.sql.SQLException;

/** A connection that was made but must not be used; the message is numbered and complete. */
final class Unfit extends SQLException {
  private static final long serialVersionUID = 1L;

  private final boolean lasting;

  private Unfit(String message, Throwable cause, boolean lasting) {
    super(message, cause);
    this.lasting = lasting;
  }

  /** People have to change something first. */
  static Unfit forGood(String message, Throwable cause) {
    return new Unfit(message, cause, true);
  }

  static Unfit forGood(String message) {
    return new Unfit(message, new SQLException(message), true);
  }

  /** Another server, or the same one later, may do. */
  static Unfit forNow(String message) {
    return new Unfit(message, new SQLException(message), false);
  }

  boolean lasting() {
    return lasting;
  }
}
