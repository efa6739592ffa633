package dev.primacy.demo.node;

/** The command line, or the machine, does not let this node start. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Takes a numbered message with offender, rule and way out. */
  UsageException(String message) {
    super(message);
  }
}
