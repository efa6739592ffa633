package dev.primacy.core.gate;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A guarded call that has not left.
 *
 * @param method class and method
 * @param thread the name of the thread it runs on; empty if it goes on without one
 * @param admission what it was let in by
 * @since 0.1
 */
public record CallUnderWay(String method, Optional<String> thread, Admission admission) {

  /** Checks the components. */
  public CallUnderWay {
    requireNonNull(method, "method");
    requireNonNull(thread, "thread");
    requireNonNull(admission, "admission");
  }
}
