package dev.primacy.core.runtime;

import dev.primacy.ClusterNode;
import dev.primacy.core.view.LatestStates;
import dev.primacy.core.view.NodeChange;
import dev.primacy.watch.WatchFailedException;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one watch. Those who write never wait; the one thread that reads waits until there
 * is something it has room for, or the end. It may be used for several lives, one after the other:
 * each begins empty.
 */
final class Mailbox {
  private static final long UNBOUNDED = Long.MAX_VALUE;

  private final String name;
  private final Predicate<ClusterNode> wanted;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  // guarded by lock
  private final LatestStates states = new LatestStates();
  private long life;
  private boolean opened;
  private boolean due;
  private boolean rested;
  private long room;
  private @Nullable WatchFailedException late;

  // written under the lock
  private volatile @Nullable WatchFailedException end;

  private Mailbox(String name, Predicate<ClusterNode> wanted, long room) {
    this.name = name;
    this.wanted = wanted;
    this.room = room;
  }

  /** One whose reader takes all there is. */
  static Mailbox unbounded(String name, Predicate<ClusterNode> wanted) {
    return new Mailbox(name, wanted, UNBOUNDED);
  }

  /** One whose reader takes what it has asked for. */
  static Mailbox onRequest(String name, Predicate<ClusterNode> wanted) {
    return new Mailbox(name, wanted, 0);
  }

  /** Of the watch. */
  String name() {
    return name;
  }

  // ---- what is put in

  /** All nodes are known; ignored if it is for another life, or was done. */
  void open(long ofLife, List<ClusterNode> nodes) {
    alter(
        () -> {
          if (life == ofLife && !opened && end == null) {
            nodes.stream().filter(wanted).forEach(node -> states.seen(node, true));
            opened = true;
            due = true;
          }
        });
  }

  /** What came together; ignored before it is open. */
  void add(List<NodeChange> batch) {
    alter(
        () -> {
          if (opened && end == null) {
            states.add(batch, wanted);
            due = true;
          }
        });
  }

  /** Ends a life, unless it is open or another one has begun. */
  void expire(long ofLife, WatchFailedException why) {
    alter(
        () -> {
          if (life == ofLife && !opened) {
            late = why;
          }
        });
  }

  /** The reader has rested for long enough. */
  void awake(long ofLife) {
    alter(() -> rested |= life == ofLife);
  }

  /** The reader has room for more. */
  void request(long count) {
    alter(() -> room = room + count < 0 ? UNBOUNDED : room + count);
  }

  /** Ends it for good; the first reason stays. */
  void end(WatchFailedException why) {
    alter(
        () -> {
          if (end == null) {
            end = why;
            states.clear();
          }
        });
  }

  private void alter(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  // ---- what the reader takes

  /** Begins a life: what waits is not for it. */
  long begin() {
    lock.lock();
    try {
      states.clear();
      opened = false;
      due = false;
      rested = false;
      late = null;
      return ++life;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a batch, which may be of nothing. */
  List<ClusterNode> take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      await(() -> due && room > 0);
      due = false;
      return states.take();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a state of a node, and uses up room for one. */
  ClusterNode next() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      await(() -> !states.isEmpty() && room > 0);
      used();
      return states.poll();
    } finally {
      lock.unlock();
    }
  }

  /** The reader made something of a batch that used up room for one. */
  void used() {
    lock.lock();
    try {
      room -= room == UNBOUNDED ? 0 : 1;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until it is awoken. */
  void rest() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      await(() -> rested);
    } finally {
      lock.unlock();
    }
  }

  private void await(BooleanSupplier until) throws InterruptedException {
    while (end == null && late == null && !until.getAsBoolean()) {
      changed.await();
    }
    WatchFailedException over = end == null ? late : end;
    if (over != null) {
      throw over;
    }
  }

  // ---- what anybody may ask

  /** Why nothing comes any more; null as long as something may. */
  @Nullable WatchFailedException end() {
    return end;
  }

  boolean isOpen() {
    lock.lock();
    try {
      return opened;
    } finally {
      lock.unlock();
    }
  }
}
