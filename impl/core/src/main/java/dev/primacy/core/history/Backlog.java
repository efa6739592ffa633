package dev.primacy.core.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** What waits to be archived, bounded: the oldest make room. Safe on any thread. */
final class Backlog {
  private final int most;
  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<Recording> waiting = new ArrayDeque<>(); // guarded by lock
  private long dropped; // guarded by lock

  Backlog(int most) {
    this.most = most;
  }

  /**
   * Adds one at the end.
   *
   * @return false if another one had to go for it
   */
  boolean add(Recording recording) {
    lock.lock();
    try {
      waiting.addLast(recording);
      if (waiting.size() <= most) {
        return true;
      }
      waiting.pollFirst();
      dropped++;
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** The first, which stay. */
  List<Recording> first(int count) {
    lock.lock();
    try {
      List<Recording> first = new ArrayList<>();
      for (Recording each : waiting) {
        if (first.size() >= count) {
          break;
        }
        first.add(each);
      }
      return first;
    } finally {
      lock.unlock();
    }
  }

  /** These are done with: whatever of them is still there goes. */
  void remove(List<Recording> done) {
    long last = done.isEmpty() ? 0 : done.get(done.size() - 1).number();
    lock.lock();
    try {
      while (!waiting.isEmpty() && waiting.peekFirst().number() <= last) {
        waiting.pollFirst();
      }
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  /** How many had to go since the start. */
  long dropped() {
    lock.lock();
    try {
      return dropped;
    } finally {
      lock.unlock();
    }
  }
}
