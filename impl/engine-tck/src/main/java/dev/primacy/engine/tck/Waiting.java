package dev.primacy.engine.tck;

import dev.primacy.core.gate.SystemClocks;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits on conditions. */
final class Waiting {
  private static final long STEP_MILLIS = 5;

  /** Something that will be so. */
  @FunctionalInterface
  interface Condition {
    boolean holds() throws Exception;
  }

  /** Something that will be there. */
  @FunctionalInterface
  interface Finding<T> {
    Optional<T> now() throws Exception;
  }

  private Waiting() {}

  static void until(String what, Duration patience, Condition condition) throws Exception {
    Boolean unused =
        first(what, patience, () -> Optional.of(condition.holds()).filter(Boolean::booleanValue));
  }

  /** What is found first, which may be another one or gone by the next look. */
  static <T> T first(String what, Duration patience, Finding<T> finding) throws Exception {
    long start = SystemClocks.INSTANCE.nanos();
    Optional<T> found = finding.now();
    while (found.isEmpty()) {
      if (SystemClocks.INSTANCE.nanos() - start > patience.toNanos()) {
        throw new AssertionError("not within " + patience + ": " + what);
      }
      aMoment();
      found = finding.now();
    }
    return found.get();
  }

  /** Between two looks at a condition. */
  static void aMoment() throws InterruptedException {
    pass(Duration.ofMillis(STEP_MILLIS));
  }

  /** Where the passing of time is what is tested: a lease that runs out, a fault that lasts. */
  static void pass(Duration time) throws InterruptedException {
    boolean never = new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
    if (never) {
      throw new AssertionError("nobody counts down");
    }
  }
}
