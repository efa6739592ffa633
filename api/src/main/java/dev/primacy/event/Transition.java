package dev.primacy.event;

import java.time.Duration;

/**
 * A promotion that waits for its observers.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Transition {

  /**
   * Asks for more time than {@code primacy.observers.timeout} leaves. May be called often, from any
   * thread; each call counts from now.
   *
   * @param more how much longer from now; negative and zero are ignored
   */
  void stillWorking(Duration more);
}
