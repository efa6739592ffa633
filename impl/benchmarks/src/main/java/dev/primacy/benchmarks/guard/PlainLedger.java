package dev.primacy.benchmarks.guard;

import jakarta.enterprise.context.ApplicationScoped;

/** Not intercepted: what the client proxy costs. */
@ApplicationScoped
public class PlainLedger {

  public int twice(int number) {
    return 2 * number;
  }
}
