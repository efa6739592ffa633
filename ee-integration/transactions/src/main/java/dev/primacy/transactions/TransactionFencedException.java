package dev.primacy.transactions;

import static java.util.Objects.requireNonNull;

/**
 * A transaction was rolled back because the role under which it ran has ended, or may have: none of
 * its effects on transactional resources remain, and it may be repeated on the primary.
 *
 * <p>Thrown while a JTA transaction completes, it reaches the caller as the transaction manager
 * wraps it, as a rule as the cause of a {@code jakarta.transaction.RollbackException}.
 *
 * @since 0.1
 */
public final class TransactionFencedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The group whose role ended. */
  private final String group;

  /**
   * Makes the exception.
   *
   * @param message the numbered message for people
   * @param group the group whose role ended
   */
  public TransactionFencedException(String message, String group) {
    super(requireNonNull(message, "message"));
    this.group = requireNonNull(group, "group");
  }

  /**
   * The group whose role ended.
   *
   * @return its name
   */
  public String group() {
    return group;
  }
}
