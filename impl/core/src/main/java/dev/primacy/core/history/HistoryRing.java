package dev.primacy.core.history;

import dev.primacy.event.ClusterEvent;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The latest recordings, bounded in number. Numbers and places are given in one step, so that
 * whoever has seen a number has seen all before it. Safe on any thread; nothing else runs under the
 * lock.
 */
final class HistoryRing {
  private final int size;
  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<Recording> kept = new ArrayDeque<>(); // guarded by lock
  private long last; // guarded by lock

  HistoryRing(int size) {
    this.size = size;
  }

  Recording add(String id, ClusterEvent event, EventText text) {
    lock.lock();
    try {
      Recording added = new Recording(++last, id, event, text);
      if (kept.size() >= size) {
        kept.pollFirst();
      }
      kept.addLast(added);
      return added;
    } finally {
      lock.unlock();
    }
  }

  /** Those kept now, in the order in which they came. */
  List<Recording> all() {
    lock.lock();
    try {
      return List.copyOf(kept);
    } finally {
      lock.unlock();
    }
  }

  /** The greatest number; 0 for none. */
  long last() {
    lock.lock();
    try {
      return last;
    } finally {
      lock.unlock();
    }
  }
}
