package dev.primacy.relay;

import dev.primacy.spi.RecordKey;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * The hints that wait for one follower: those of one record merged, and beyond a number of them all
 * of them, so that a follower that reads slowly costs no more than that.
 */
final class HintStream {
  static final int MOST_WAITING = 1_024;
  private static final Duration SHORTEST = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final long keepAlive;
  private final BooleanSupplier open;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();

  // guarded by lock
  private Set<RecordKey> waiting = new LinkedHashSet<>();
  private boolean everything;
  private boolean ended;

  /**
   * Makes a stream.
   *
   * @param keepAlive how often the follower has to hear something
   * @param open whether it may hear anything any more
   */
  HintStream(Duration keepAlive, BooleanSupplier open) {
    this.keepAlive = bounded(keepAlive).toNanos();
    this.open = open;
  }

  /** How often something is said, whatever was asked for. */
  static Duration bounded(Duration asked) {
    Duration longEnough = asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked;
    return longEnough.compareTo(LONGEST) > 0 ? LONGEST : longEnough;
  }

  /** Only hands over. */
  void hint(RecordKey key) {
    lock.lock();
    try {
      if (!everything && waiting.add(key) && waiting.size() > MOST_WAITING) {
        everything = true;
        waiting.clear();
      }
      news.signal();
    } finally {
      lock.unlock();
    }
  }

  void end() {
    lock.lock();
    try {
      ended = true;
      news.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Writes until it is ended, or the follower is gone. */
  void pump(AnswerWriter out) throws IOException, InterruptedException {
    out.tick();
    out.flush();
    while (open.getAsBoolean()) {
      Batch next = next();
      if (next.last()) {
        break;
      }
      write(next, out);
    }
    out.end();
  }

  private static void write(Batch next, AnswerWriter out) throws IOException {
    if (next.everything()) {
      out.anything();
    }
    for (RecordKey key : next.keys()) {
      out.hint(key);
    }
    if (!next.everything() && next.keys().isEmpty()) {
      out.tick();
    }
    out.flush();
  }

  private record Batch(boolean last, boolean everything, List<RecordKey> keys) {}

  /** What waits; nothing if that stays so until something has to be said. */
  private Batch next() throws InterruptedException {
    lock.lock();
    try {
      long left = keepAlive;
      while (!ended && !everything && waiting.isEmpty() && left > 0) {
        left = news.awaitNanos(left);
      }
      Batch batch = new Batch(ended, everything, List.copyOf(waiting));
      waiting = new LinkedHashSet<>();
      everything = false;
      return batch;
    } finally {
      lock.unlock();
    }
  }
}
