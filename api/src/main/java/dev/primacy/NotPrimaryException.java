package dev.primacy;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call was refused because this node is not the primary.
 *
 * <p>Unchecked, so that it crosses every container layer unwrapped, and without a stack trace: a
 * refusal is an answer, not a defect, and it must stay cheap. For the same reason its message is
 * put together when it is first read, from the facts as they were. An application may answer it
 * with an {@code ExceptionMapper} of its own.
 *
 * @since 0.1
 */
public final class NotPrimaryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is left of a message that nobody read before it was serialized. */
  private static final String ELSEWHERE = "refused by another node, which has the facts";

  /** Not serialized: the exception is an answer within one node. */
  private final transient Refusal refusal;

  /** Not serialized either; null as well if the text was given. */
  private final transient @Nullable Supplier<String> words;

  /** Written by whoever reads it first; written twice, it is the same text. */
  private volatile @Nullable String text;

  /**
   * Makes the exception of a refusal.
   *
   * @param message the numbered message for people
   * @param refusal the facts
   */
  public NotPrimaryException(String message, Refusal refusal) {
    super(null, null, false, false);
    this.text = requireNonNull(message, "message");
    this.words = null;
    this.refusal = requireNonNull(refusal, "refusal");
  }

  /**
   * Makes the exception of a refusal, whose message is not needed unless it is read.
   *
   * @param message puts the numbered message for people together, from facts that do not change;
   *     asked on the thread that reads it first, and never returns null
   * @param refusal the facts
   */
  public NotPrimaryException(Supplier<String> message, Refusal refusal) {
    super(null, null, false, false);
    this.words = requireNonNull(message, "message");
    this.refusal = requireNonNull(refusal, "refusal");
  }

  /**
   * The numbered message for people.
   *
   * @return the same text each time
   */
  @Override
  public String getMessage() {
    String known = text;
    if (known == null) {
      known = words == null ? ELSEWHERE : words.get();
      text = known;
    }
    return known;
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
