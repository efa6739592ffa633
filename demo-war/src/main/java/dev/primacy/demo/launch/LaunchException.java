package dev.primacy.demo.launch;

/** The demo cannot run; the message is numbered and complete. */
final class LaunchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Takes the message. */
  LaunchException(String message) {
    super(message);
  }

  /** Takes the message and what caused it. */
  LaunchException(String message, Throwable cause) {
    super(message, cause);
  }
}
