package dev.primacy;

import static java.util.Objects.requireNonNull;

/**
 * A call was refused because this node is not the primary.
 *
 * <p>Unchecked, so that it crosses every container layer unwrapped, and without a stack trace: a
 * refusal is an answer, not a defect, and it must stay cheap. An application may answer it with an
 * {@code ExceptionMapper} of its own.
 *
 * @since 0.1
 */
public final class NotPrimaryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Not serialized: the exception is an answer within one node. */
  private final transient Refusal refusal;

  /**
   * Makes the exception of a refusal.
   *
   * @param message the numbered message for people
   * @param refusal the facts
   */
  public NotPrimaryException(String message, Refusal refusal) {
    super(requireNonNull(message, "message"), null, false, false);
    this.refusal = requireNonNull(refusal, "refusal");
  }

  /**
   * The facts about the refused call.
   *
   * @return never null within the node that refused
   */
  public Refusal refusal() {
    return refusal;
  }
}
