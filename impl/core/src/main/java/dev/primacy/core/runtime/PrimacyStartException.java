package dev.primacy.core.runtime;

import dev.primacy.core.CoreMessages;

/**
 * Primacy cannot start as configured.
 *
 * @since 0.1
 */
public class PrimacyStartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message numbered, with offender, rule and way out
   */
  public PrimacyStartException(String message) {
    super(message);
  }

  /**
   * Makes the exception.
   *
   * @param message numbered, with offender, rule and way out
   * @param cause why
   */
  public PrimacyStartException(String message, Throwable cause) {
    super(message, cause);
  }

  /** An engine that can never work as configured; its own message, or that it failed. */
  static PrimacyStartException unusable(String engine, Exception cause) {
    String message = String.valueOf(cause.getMessage());
    boolean numbered = message.startsWith("PRIMACY-");
    return new PrimacyStartException(
        numbered ? message : CoreMessages.MESSAGES.engineFailed(engine, message), cause);
  }
}
