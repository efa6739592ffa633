package dev.primacy.benchmarks.compare;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Time that has to pass because it is part of what is measured. */
public final class Pause {
  private Pause() {}

  /** Lets it pass. */
  public static void of(Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }
}
