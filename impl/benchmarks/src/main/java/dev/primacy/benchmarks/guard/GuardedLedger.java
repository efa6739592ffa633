package dev.primacy.benchmarks.guard;

import dev.primacy.PrimaryOnly;
import jakarta.enterprise.context.ApplicationScoped;

/** Behind the guard: check, count of calls in flight, exit check. */
@ApplicationScoped
public class GuardedLedger {

  @PrimaryOnly
  public int twice(int number) {
    return 2 * number;
  }
}
