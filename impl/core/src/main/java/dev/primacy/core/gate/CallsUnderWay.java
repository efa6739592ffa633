package dev.primacy.core.gate;

import dev.primacy.FencingToken;
import java.util.List;

/**
 * What the guarding layers know of the guarded calls under way, beyond their number. Asked when a
 * drain begins and when it took too long, never on the path of a call. Safe on any thread.
 *
 * @since 0.1
 */
public interface CallsUnderWay {

  /** Nobody knows more than the number. */
  CallsUnderWay UNKNOWN = new CallsUnderWay() {};

  /** Counts out the calls whose request is gone, so that nobody can end them any more. */
  default void sweep() {}

  /**
   * The calls that were let in under a token and have not left.
   *
   * @param gate the gate that let them in
   * @param token under which
   * @return a copy, in no order; without those that nobody knows more of
   */
  default List<CallUnderWay> of(Gate gate, FencingToken token) {
    return List.of();
  }

  /**
   * Interrupts each thread once that is inside such a call. The call may go on. Once it has left,
   * nothing of the interrupt is left on its thread.
   *
   * @param gate the gate that let the calls in
   * @param token under which
   * @return the names of the threads
   */
  default List<String> interrupt(Gate gate, FencingToken token) {
    return List.of();
  }
}
