package dev.primacy.engine.jdbc;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes a thread that waits for news; what rings while it does not wait is not forgotten. */
final class Bell {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  // guarded by the lock
  private boolean rung;

  void ring() {
    lock.lock();
    try {
      rung = true;
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Until it rings, or the time is up. */
  void await(long nanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = nanos;
      while (!rung && left > 0) {
        left = news.awaitNanos(left);
      }
      rung = false;
    } finally {
      lock.unlock();
    }
  }
}
