package dev.primacy.benchmarks.guard;

import jakarta.enterprise.context.ApplicationScoped;

/** Behind an interceptor that asks the gate and does nothing else. */
@ApplicationScoped
public class CheckedLedger {

  @Checked
  public int twice(int number) {
    return 2 * number;
  }
}
