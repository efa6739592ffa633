package dev.primacy.engine.tck;

import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.StoreException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What happens to a node on its way to the store: nothing, until a test says otherwise. It stands
 * between the node and the engine's store, so that every engine has it.
 */
final class Link {

  /** How often and for how long a node is paused by chance. */
  private record Chance(Random random, double probability, Duration shortest, Duration longest) {}

  private final Object lock = new Object();

  // guarded by lock
  private boolean dead;
  private boolean holdingWrites;
  private CountDownLatch before = new CountDownLatch(0);
  private CountDownLatch after = new CountDownLatch(0);
  private Chance chance = new Chance(new Random(0), 0, Duration.ZERO, Duration.ZERO);
  private final Queue<Supplier<PutOutcome>> held = new ArrayDeque<>();

  /** As if the process were gone: nothing it asks reaches the store any more. */
  void die() {
    synchronized (lock) {
      dead = true;
    }
  }

  /** Calls stop right before they are sent, until {@link #resume}. */
  void pauseBeforeSending() {
    synchronized (lock) {
      before = new CountDownLatch(1);
    }
  }

  /** Calls stop right after they were answered, until {@link #resume}. */
  void pauseAfterReply() {
    synchronized (lock) {
      after = new CountDownLatch(1);
    }
  }

  void resume() {
    synchronized (lock) {
      before.countDown();
      after.countDown();
    }
  }

  /** Writes get lost on their way, until they arrive late. Reads go through. */
  void holdWrites() {
    synchronized (lock) {
      holdingWrites = true;
    }
  }

  /** Writes go through again, those held back first, however old. What became of those. */
  List<PutOutcome> deliverWrites() {
    List<Supplier<PutOutcome>> late;
    synchronized (lock) {
      holdingWrites = false;
      late = new ArrayList<>(held);
      held.clear();
    }
    return late.stream().map(Supplier::get).toList();
  }

  /** From now on calls stop by chance, half of them before they are sent, half after the reply. */
  void pauseAtRandom(Random random, double probability, Duration shortest, Duration longest) {
    synchronized (lock) {
      chance = new Chance(random, probability, shortest, longest);
    }
  }

  boolean isAlive() {
    synchronized (lock) {
      return !dead;
    }
  }

  void requireLife() throws StoreException {
    if (!isAlive()) {
      throw new StoreException("this node is gone");
    }
  }

  /** True if the write is kept for later; then nothing is known of it. */
  boolean keepsBack(Supplier<PutOutcome> write) {
    synchronized (lock) {
      if (holdingWrites) {
        held.add(write);
      }
      return holdingWrites;
    }
  }

  static PutOutcome lost() {
    return new PutOutcome.Unknown(new StoreException("no reply"));
  }

  /** The pauses of one call, chosen before it begins. */
  Pauses next() {
    synchronized (lock) {
      Chance now = chance;
      long nanos = 0;
      boolean early = false;
      if (now.probability() > 0 && now.random().nextDouble() < now.probability()) {
        long spread = now.longest().minus(now.shortest()).toNanos();
        nanos = now.shortest().toNanos() + (long) (now.random().nextDouble() * spread);
        early = now.random().nextBoolean();
      }
      return new Pauses(early ? nanos : 0, early ? 0 : nanos);
    }
  }

  /** Where a call stops, as a process stops: no interrupt ends it. */
  final class Pauses {
    private final long nanosBefore;
    private final long nanosAfter;

    private Pauses(long nanosBefore, long nanosAfter) {
      this.nanosBefore = nanosBefore;
      this.nanosAfter = nanosAfter;
    }

    void beforeSending() {
      CountDownLatch gate;
      synchronized (lock) {
        gate = before;
      }
      stop(gate, nanosBefore);
    }

    void afterReply() {
      CountDownLatch gate;
      synchronized (lock) {
        gate = after;
      }
      stop(gate, nanosAfter);
    }

    private void stop(CountDownLatch gate, long nanos) {
      Uninterrupted.run(gate::await);
      Uninterrupted.run(
          () -> {
            boolean never = new CountDownLatch(1).await(nanos, TimeUnit.NANOSECONDS);
            if (never) {
              throw new AssertionError("nobody counts down");
            }
          });
    }
  }
}
