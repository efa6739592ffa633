package dev.primacy.engine.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.core.gate.SystemClocks;
import java.time.Duration;

/** How long something takes. */
final class Stopwatch {
  private final long start = SystemClocks.INSTANCE.nanos();

  Duration elapsed() {
    return Duration.ofNanos(SystemClocks.INSTANCE.nanos() - start);
  }

  static void within(Duration limit, Runnable what) {
    Stopwatch watch = new Stopwatch();
    what.run();
    assertThat(watch.elapsed()).as("time taken").isLessThanOrEqualTo(limit);
  }
}
