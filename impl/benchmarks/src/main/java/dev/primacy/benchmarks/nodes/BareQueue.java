package dev.primacy.benchmarks.nodes;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;

/** How many hand-overs between two threads a bounded queue takes in a second. */
public final class BareQueue {
  private static final long TIME = TimeUnit.SECONDS.toNanos(1);
  private static final int AT_ONCE = 1_024;
  private static final Integer LAST = -1;

  private final ArrayBlockingQueue<Integer> queue = new ArrayBlockingQueue<>(AT_ONCE);

  private BareQueue() {}

  /** Measured for a second. */
  public static double perSecond() throws InterruptedException {
    return new BareQueue().measure();
  }

  private double measure() throws InterruptedException {
    Thread taker = new Thread(this::take, "bare-taker");
    taker.start();
    long began = System.nanoTime();
    long handed = 0;
    while (System.nanoTime() - began < TIME) {
      for (int i = 0; i < AT_ONCE; i++) {
        queue.put(i);
      }
      handed += AT_ONCE;
    }
    queue.put(LAST);
    taker.join();
    return handed * 1e9 / (System.nanoTime() - began);
  }

  private void take() {
    try {
      boolean more = true;
      while (more) {
        more = !queue.take().equals(LAST);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
