package dev.primacy.control;

import static java.util.Objects.requireNonNull;

/**
 * A command was not carried out; {@link #error} says why in one word, the message in a sentence.
 *
 * @since 0.1
 */
public final class ControlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Serialized with the message. */
  private final ControlError error;

  /**
   * Makes the exception, without a stack trace: it would show a thread of Primacy.
   *
   * @param message the numbered message for people; never contains a secret
   * @param error why
   */
  public ControlException(String message, ControlError error) {
    super(requireNonNull(message, "message"), null, false, false);
    this.error = requireNonNull(error, "error");
  }

  /**
   * Why.
   *
   * @return the error
   */
  public ControlError error() {
    return error;
  }
}
