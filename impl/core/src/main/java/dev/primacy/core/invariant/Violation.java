package dev.primacy.core.invariant;

/**
 * An invariant does not hold.
 *
 * @since 0.1
 */
public final class Violation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Made where it is found.
   *
   * @param message what does not hold, and for whom
   */
  public Violation(String message) {
    super(message);
  }
}
