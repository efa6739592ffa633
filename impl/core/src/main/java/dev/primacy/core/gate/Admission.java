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
 * @param readOnly whether the group is read-only: only calls that allow that are let in, and
 *     whoever lets calls in looks at it
 * @since 0.1
 */
public record Admission(
    @Nullable FencingToken token,
    long nanosDeadline,
    long millisDeadline,
    boolean open,
    boolean readOnly) {

  /** Nobody is let in. */
  public static final Admission CLOSED = new Admission(null, 0, 0, false, false);

  /** Everybody is let in, without a token: one server, no cluster. Told from others by identity. */
  public static final Admission STANDALONE = new Admission(null, 0, 0, true, false);

  /**
   * The snapshot of a tenure that lets calls in.
   *
   * @param token the token held
   * @param nanosDeadline the lease's end on the monotonic clock
   * @param millisDeadline the same lease's end on the wall clock
   */
  public Admission(@Nullable FencingToken token, long nanosDeadline, long millisDeadline) {
    this(token, nanosDeadline, millisDeadline, true, false);
  }
}
