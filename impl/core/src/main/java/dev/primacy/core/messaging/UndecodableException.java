package dev.primacy.core.messaging;

/**
 * Bytes are no event of the type that they should be of.
 *
 * @since 0.1
 */
public final class UndecodableException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Makes one.
   *
   * @param message numbered; nothing of the bytes unescaped
   */
  public UndecodableException(String message) {
    super(message);
  }

  /**
   * Makes one.
   *
   * @param message numbered; nothing of the bytes unescaped
   * @param cause what was thrown
   */
  public UndecodableException(String message, Throwable cause) {
    super(message, cause);
  }
}
