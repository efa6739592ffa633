package dev.primacy.demo.node;

/** The node cannot start, or not like this; the message is numbered and complete. */
final class NodeStartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Takes a numbered message and its cause. */
  NodeStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
