package dev.primacy.spi;

/**
 * A read could not be answered: not connected, timed out, refused. Never used for a record that
 * does not exist.
 *
 * @since 0.1
 */
public class StoreException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what failed, for the log
   */
  public StoreException(String message) {
    super(message);
  }

  /**
   * Makes the exception.
   *
   * @param message what failed, for the log
   * @param cause why
   */
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
