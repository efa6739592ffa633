package dev.primacy.core.monitor;

import dev.primacy.spi.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * Lets what is asked of the store be broken off by whoever stops a monitor: that, and not a
 * callback that happens to run on the same thread.
 */
final class Question {

  /** What is asked. */
  interface Asked<A> {
    A ask() throws StoreException, InterruptedException;
  }

  private final Object lock = new Object();

  // guarded by lock
  private @Nullable Thread asking;
  private boolean over;

  /** Asks, and gives up once it is broken off. */
  <A> A ask(Asked<A> what) throws StoreException, InterruptedException {
    begin();
    try {
      return what.ask();
    } finally {
      end();
    }
  }

  private void begin() throws InterruptedException {
    synchronized (lock) {
      if (over) {
        throw new InterruptedException("broken off");
      }
      // left behind by a callback: it must not break this off
      Thread.interrupted();
      asking = Thread.currentThread();
    }
  }

  private void end() {
    synchronized (lock) {
      asking = null;
      if (over) {
        // it was meant for the question
        Thread.interrupted();
      }
    }
  }

  /** Nothing is asked from now on, and what is being asked is given up. Any thread. */
  void breakOff() {
    synchronized (lock) {
      over = true;
      if (asking != null) {
        asking.interrupt();
      }
    }
  }
}
