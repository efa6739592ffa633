package dev.primacy.core.messaging;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Room for what waits to be delivered, bounded in number and in bytes. Who finds none waits for a
 * while; once somebody has waited in vain nobody waits until there is room again, so that a stalled
 * observer costs each other node that while once. Safe on any thread.
 *
 * @since 0.1
 */
public final class Room {
  private final int most;
  private final long mostBytes;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition freed = lock.newCondition();

  // guarded by lock
  private int taken;
  private long takenBytes;
  private boolean waitedInVain;

  /**
   * Makes room.
   *
   * @param most how many
   * @param mostBytes how many bytes together
   */
  public Room(int most, long mostBytes) {
    this.most = most;
    this.mostBytes = mostBytes;
  }

  /**
   * Takes room for one.
   *
   * @param bytes its size
   * @param waitNanos how long to wait for it
   * @return false if there is none
   * @throws InterruptedException if the thread was interrupted
   */
  public boolean take(int bytes, long waitNanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = waitNanos;
      while (isFull(bytes)) {
        if (waitedInVain || left <= 0) {
          waitedInVain = true;
          return false;
        }
        left = freed.awaitNanos(left);
      }
      waitedInVain = false;
      taken++;
      takenBytes += bytes;
      return true;
    } finally {
      lock.unlock();
    }
  }

  private boolean isFull(int bytes) {
    return taken >= most || (taken > 0 && takenBytes + bytes > mostBytes);
  }

  /**
   * Gives it back.
   *
   * @param bytes as taken
   */
  public void give(int bytes) {
    lock.lock();
    try {
      taken--;
      takenBytes -= bytes;
      freed.signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * How many wait.
   *
   * @return at most as many as there is room for
   */
  public int taken() {
    lock.lock();
    try {
      return taken;
    } finally {
      lock.unlock();
    }
  }
}
