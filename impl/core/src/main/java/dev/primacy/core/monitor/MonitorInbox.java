package dev.primacy.core.monitor;

import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoredRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Where one thread leaves what it sees, and a monitor's thread takes it from. A node that is seen
 * again before it was taken replaces itself, so what waits is never more than the nodes.
 */
final class MonitorInbox {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  // guarded by lock
  private Map<UUID, NodeSighting> nodes = new LinkedHashMap<>();
  private @Nullable StoredRecord group;
  private boolean lookAnew;
  private boolean ready;
  private boolean open;

  // written under lock
  private volatile boolean stopping;

  /** The version left last; one that was seen already wakes nobody. */
  private @Nullable RecordVersion groupVersion;

  // ---- who sees

  void node(NodeSighting sighting) {
    lock.lock();
    try {
      nodes.put(sighting.incarnation(), sighting);
    } finally {
      lock.unlock();
    }
  }

  void group(StoredRecord record) {
    lock.lock();
    try {
      if (!record.version().equals(groupVersion)) {
        groupVersion = record.version();
        group = record;
      }
    } finally {
      lock.unlock();
    }
  }

  /** Not a fact: it may be there again, and this may be old. */
  void groupMissing() {
    lock.lock();
    try {
      if (!RecordVersion.ABSENT.equals(groupVersion)) {
        groupVersion = RecordVersion.ABSENT;
        lookAnew = true;
      }
    } finally {
      lock.unlock();
    }
  }

  /** All that happened at once is there. */
  void endOfBatch() {
    lock.lock();
    try {
      if (!nodes.isEmpty() || group != null || lookAnew) {
        ready = true;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** What is known may be out of date. */
  void lookAnew() {
    lock.lock();
    try {
      lookAnew = true;
      ready = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  // ---- who runs it

  /** There is something to look at. */
  void open() {
    lock.lock();
    try {
      open = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void stop() {
    lock.lock();
    try {
      stopping = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean isStopping() {
    return stopping;
  }

  // ---- who is told

  /** Waits until it was opened, or is to stop: only that ends it, and nobody interrupts it. */
  void awaitOpen() {
    lock.lock();
    try {
      while (!open && !stopping) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the end of a batch, for about so long, or until it is to stop. */
  Seen take(long nanos) {
    // left behind by a callback: only stop() ends a monitor
    Thread.interrupted();
    lock.lock();
    try {
      await(nanos);
      return ready ? takeAll() : new Seen(Map.of(), null, false);
    } finally {
      lock.unlock();
    }
  }

  private void await(long nanos) {
    long left = nanos;
    try {
      while (!ready && !stopping && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException early) {
      // no more than the end of this wait
      Thread.currentThread().interrupt();
    }
  }

  /** Takes what there is, also in the middle of a batch. */
  Seen takeAll() {
    lock.lock();
    try {
      Seen all = new Seen(nodes, group, lookAnew);
      nodes = new LinkedHashMap<>();
      group = null;
      lookAnew = false;
      ready = false;
      return all;
    } finally {
      lock.unlock();
    }
  }
}
