package dev.primacy.core.history;

import static dev.primacy.core.CoreMessages.MESSAGES;

import dev.primacy.event.ClusterEvent;
import dev.primacy.history.EventCondition;
import dev.primacy.history.EventGate;
import dev.primacy.history.PastEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The gates that are open. Safe on any thread. */
final class Gates {
  /** How many may be open: each costs every event a look. */
  static final int MOST_OPEN = 256;

  /** Longer ones would not fit into a number of nanoseconds. */
  private static final Duration LONGEST_WAIT = Duration.ofDays(365);

  private final ReentrantLock lock = new ReentrantLock();

  // written under the lock; read by those that deliver
  private volatile List<Gate> open = List.of();

  EventGate add(EventCondition condition, Predicate<PastEvent> test) {
    Gate gate = new Gate(condition, test);
    lock.lock();
    try {
      if (open.size() >= MOST_OPEN) {
        throw new IllegalStateException(MESSAGES.tooManyGates(MOST_OPEN));
      }
      List<Gate> next = new ArrayList<>(open);
      next.add(gate);
      open = List.copyOf(next);
    } finally {
      lock.unlock();
    }
    return gate;
  }

  private void remove(Gate closed) {
    lock.lock();
    try {
      open = open.stream().filter(gate -> gate != closed).toList();
    } finally {
      lock.unlock();
    }
  }

  /** Whether one of them waits for what may be of a type. */
  boolean hears(Class<? extends ClusterEvent> type) {
    List<Gate> now = open;
    return !now.isEmpty() && now.stream().anyMatch(gate -> Sieve.mayHold(gate.condition, type));
  }

  /** On the thread that delivers. */
  void offer(Recording recording) {
    for (Gate gate : open) {
      gate.offer(recording);
    }
  }

  private final class Gate implements EventGate {
    private final EventCondition condition;
    private final Predicate<PastEvent> test;
    private final CountDownLatch over = new CountDownLatch(1);
    private final ReentrantLock looking = new ReentrantLock();

    private volatile @Nullable PastEvent came;

    Gate(EventCondition condition, Predicate<PastEvent> test) {
      this.condition = condition;
      this.test = test;
    }

    /** Events of several lanes come side by side; what they may cost together is counted. */
    void offer(Recording recording) {
      if (!Sieve.mayHold(condition, recording.event().getClass())) {
        return;
      }
      looking.lock();
      try {
        if (over.getCount() > 0 && test.test(recording.past())) {
          came = recording.past();
          close();
        }
      } catch (IllegalArgumentException tooCostly) {
        // nobody who delivers may be held up any longer: it ends without an event
        close();
      } finally {
        looking.unlock();
      }
    }

    @Override
    public boolean await(Duration timeout) {
      try {
        Duration bounded = timeout.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : timeout;
        return over.await(bounded.toNanos(), TimeUnit.NANOSECONDS) && event().isPresent();
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return false;
      } finally {
        close();
      }
    }

    @Override
    public Optional<PastEvent> event() {
      return Optional.ofNullable(came);
    }

    @Override
    public void close() {
      over.countDown();
      remove(this);
    }
  }
}
