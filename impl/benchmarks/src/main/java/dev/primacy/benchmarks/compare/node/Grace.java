package dev.primacy.benchmarks.compare.node;

import dev.primacy.benchmarks.compare.Pause;
import java.time.Duration;

/**
 * Time after a stop that returns before the release has been sent. Without it the process would be
 * gone first, and its successor would wait for the whole lease.
 */
final class Grace {
  private static final Duration TIME = Duration.ofMillis(300);

  private Grace() {}

  static void give() throws InterruptedException {
    Pause.of(TIME);
  }
}
