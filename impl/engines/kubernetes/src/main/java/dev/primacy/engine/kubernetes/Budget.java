package dev.primacy.engine.kubernetes;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The time a call may take, shared by the requests it needs. For one call. */
final class Budget {

  private final Duration all;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition done = lock.newCondition();
  private long left;

  Budget(Duration all) {
    this.all = all;
    left = all.toNanos();
  }

  /** Of the whole call. */
  Duration all() {
    return all;
  }

  /** At least one, as no time at all would mean no limit. */
  long leftMillis() {
    return Math.max(1, left / 1_000_000);
  }

  /** Whether enough is left for another request to be answered, if the first one was. */
  boolean isHalfLeft() {
    return 2 * left >= all.toNanos();
  }

  /** Waits for an answer as long as there is time, and says whether it is there. */
  boolean await(CompletableFuture<?> answer) throws InterruptedException {
    var unused = answer.whenComplete((result, failure) -> signal());
    lock.lock();
    try {
      while (!answer.isDone() && left > 0) {
        left = done.awaitNanos(left);
      }
      return answer.isDone();
    } finally {
      lock.unlock();
    }
  }

  private void signal() {
    lock.lock();
    try {
      done.signal();
    } finally {
      lock.unlock();
    }
  }
}
