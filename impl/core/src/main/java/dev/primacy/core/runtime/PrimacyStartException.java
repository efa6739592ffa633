package dev.primacy.core.runtime;

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
}
