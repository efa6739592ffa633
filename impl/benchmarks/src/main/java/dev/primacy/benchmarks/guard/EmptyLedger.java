package dev.primacy.benchmarks.guard;

import jakarta.enterprise.context.ApplicationScoped;

/** Behind an interceptor that does nothing. */
@ApplicationScoped
public class EmptyLedger {

  @Empty
  public int twice(int number) {
    return 2 * number;
  }
}
