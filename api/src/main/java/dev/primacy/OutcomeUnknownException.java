package dev.primacy;

import static java.util.Objects.requireNonNull;

/**
 * A guarded call was let in and ran to its end, but the role it was let in under may have ended
 * before it returned: what it did may have overlapped with the next primary.
 *
 * <p>Not a {@link NotPrimaryException}, which says that the method did <em>not</em> run and the
 * call may safely be sent elsewhere. After this one the caller has to find out what happened first.
 * Thrown inside the caller's transaction where the guarded method runs in one, and unchecked, so
 * that the transaction rolls back. Over REST it is a {@code 503} with {@code Primacy-Outcome:
 * unknown}.
 *
 * <p>Effects that carry the {@link FencingToken} to a resource which checks it are safe even then.
 *
 * @since 0.1
 */
public final class OutcomeUnknownException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Not serialized: the exception is an answer within one node. */
  private final transient Refusal refusal;

  /**
   * Makes the exception, without a stack trace.
   *
   * @param message the numbered message for people
   * @param refusal the facts when the method returned
   */
  public OutcomeUnknownException(String message, Refusal refusal) {
    super(requireNonNull(message, "message"), null, false, false);
    this.refusal = requireNonNull(refusal, "refusal");
  }

  /**
   * The facts when the method returned.
   *
   * @return never null within the node that threw it
   */
  public Refusal refusal() {
    return refusal;
  }
}
