package dev.primacy.core.gate;

import dev.primacy.FencingToken;
import org.jspecify.annotations.Nullable;

/**
 * The snapshot a guarded call is judged by (rule R4). Immutable; identity of the token object tells
 * one tenure from the next.
 *
 * @param token the token held; null if this node may not act, or is standalone
 * @param nanosDeadline the lease's end on the monotonic clock
 * @param millisDeadline the same lease's end on the wall clock
 * @param open whether new calls are let in; false while the calls under way drain, which may finish
 *     under the token
 * @since 0.1
 */
public record Admission(
    @Nullable FencingToken token, long nanosDeadline, long millisDeadline, boolean open) {

  /** Nobody is let in. */
  public static final Admission CLOSED = new Admission(null, 0, 0, false);

  /** Everybody is let in, without a token: one server, no cluster. Told from others by identity. */
  public static final Admission STANDALONE = new Admission(null, 0, 0, true);

  /**
   * The snapshot of a tenure that lets calls in.
   *
   * @param token the token held
   * @param nanosDeadline the lease's end on the monotonic clock
   * @param millisDeadline the same lease's end on the wall clock
   */
  public Admission(@Nullable FencingToken token, long nanosDeadline, long millisDeadline) {
    this(token, nanosDeadline, millisDeadline, true);
  }
}
