package dev.primacy.relay;

import dev.primacy.core.gate.Clocks;
import java.time.Duration;

/** Clocks that a test moves. */
final class ManualClocks implements Clocks {
  private long nanos = Long.MAX_VALUE - 1_000_000_000L;
  private long millis = 1_000_000;

  void pass(Duration time) {
    nanos += time.toNanos();
    millis += time.toMillis();
  }

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public long millis() {
    return millis;
  }
}
