package dev.primacy.spi;

/**
 * A messenger cannot do what was asked.
 *
 * @since 0.1
 */
public class MessengerException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Makes one.
   *
   * @param message numbered and complete
   */
  public MessengerException(String message) {
    super(message);
  }

  /**
   * Makes one.
   *
   * @param message numbered and complete
   * @param cause why
   */
  public MessengerException(String message, Throwable cause) {
    super(message, cause);
  }
}
