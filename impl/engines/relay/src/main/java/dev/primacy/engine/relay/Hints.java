package dev.primacy.engine.relay;

import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.StoreException;
import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The stream of hints, until it ends: those of one record merged while they wait, and beyond a
 * number of them all of them, so that a relay that hints without end costs no more than that.
 */
final class Hints implements Answer {
  static final int MOST_WAITING = 4_096;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();

  // guarded by lock
  private Set<RecordKey> waiting = new LinkedHashSet<>();
  private boolean heard;
  private boolean everything;
  private @Nullable String ended;

  /**
   * What came.
   *
   * @param heard false if nothing did
   * @param everything whether anything may have changed
   * @param keys what may have
   * @param ended why nothing more comes; empty if more may
   */
  record News(boolean heard, boolean everything, List<RecordKey> keys, Optional<String> ended) {}

  /** It lasts as long as it lasts. */
  @Override
  public long most() {
    return Long.MAX_VALUE;
  }

  @Override
  public void frame(char type, ByteBuffer payload) throws Malformed {
    switch (type) {
      case 'T' -> tell(null, false);
      case 'H' -> tell(Frames.key(payload), false);
      case 'A' -> tell(null, true);
      case 'E' -> end("the relay ended it");
      default -> throw new Malformed("a part of it is of no kind");
    }
  }

  private void tell(@Nullable RecordKey key, boolean all) {
    lock.lock();
    try {
      heard = true;
      everything |= all;
      if (key != null && key.kind() != RecordKind.SCHEDULE && waiting.add(key)) {
        everything |= waiting.size() > MOST_WAITING;
      }
      if (everything) {
        waiting.clear();
      }
      news.signal();
    } finally {
      lock.unlock();
    }
  }

  private void end(String reason) {
    lock.lock();
    try {
      ended = ended == null ? reason : ended;
      news.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for whatever comes next, but not longer than that. */
  News await(long nanos) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (!heard && ended == null && left > 0) {
        left = news.awaitNanos(left);
      }
      News next = new News(heard, everything, List.copyOf(waiting), Optional.ofNullable(ended));
      heard = false;
      everything = false;
      waiting = new LinkedHashSet<>();
      return next;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void refused(StoreException reason, boolean elsewhere) {
    end(String.valueOf(reason.getMessage()));
  }

  @Override
  public void broken(Throwable reason) {
    end(String.valueOf(reason.getMessage()));
  }
}
