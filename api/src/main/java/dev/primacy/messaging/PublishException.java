package dev.primacy.messaging;

/**
 * An event could not be handed to the messenger, so no other node hears of it for sure. Observers
 * of this node were not told either.
 *
 * @since 0.1
 */
public class PublishException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes one.
   *
   * @param message numbered and complete
   * @param cause why
   */
  public PublishException(String message, Throwable cause) {
    super(message, cause);
  }
}
