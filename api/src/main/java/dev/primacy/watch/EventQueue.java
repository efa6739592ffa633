package dev.primacy.watch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Brings events from Primacy's threads into a thread of the application's own: bounded, with an end
 * mark. Observers and callbacks {@link #offer}, which never waits; the application's thread {@link
 * #take takes} until it gets the end mark, which comes after everything that was there when the
 * queue was {@link #close closed}.
 *
 * <pre>{@code
 * EventQueue<ClusterNode> queue = new EventQueue<>(1000);
 * monitors.of("ledger")
 *     .onJoined(queue::offer)
 *     .onStopped((end, detail) -> queue.close())
 *     .build()
 *     .start();
 *
 * for (var next = queue.take(); next.isPresent(); next = queue.take()) {
 *   work(next.get());
 * }
 * }</pre>
 *
 * <p>When it is full the newest event is left out and counted, as {@link #lost} tells: whoever must
 * know all of them looks at {@link dev.primacy.Membership#nodes} again when that has grown. All
 * methods may be called on any thread.
 *
 * @param <E> what is brought over
 * @since 0.1
 */
public final class EventQueue<E> implements AutoCloseable {
  private final int capacity;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  // guarded by lock
  private final Deque<E> waiting = new ArrayDeque<>();
  private long lost;
  private boolean closed;

  /**
   * Makes an empty queue.
   *
   * @param capacity how many events may wait, at least 1
   * @throws IllegalArgumentException if it is less
   */
  public EventQueue(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity has to be at least 1: " + capacity);
    }
    this.capacity = capacity;
  }

  /**
   * Puts an event in. Never waits.
   *
   * @param event the event
   * @return false if it was left out, because the queue is full or closed
   */
  public boolean offer(E event) {
    lock.lock();
    try {
      boolean room = !closed && waiting.size() < capacity;
      if (room) {
        waiting.add(event);
        changed.signal();
      } else {
        lost++;
      }
      return room;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes the event that has waited longest, and waits until there is one.
   *
   * @return the event; empty, again and again, once the queue is closed and nothing waits any more
   * @throws InterruptedException if the thread was interrupted while it waited
   */
  public Optional<E> take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (waiting.isEmpty() && !closed) {
        changed.await();
      }
      return Optional.ofNullable(waiting.poll());
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes the event that has waited longest, without waiting.
   *
   * @return the event; empty if there is none just now
   */
  public Optional<E> poll() {
    lock.lock();
    try {
      return Optional.ofNullable(waiting.poll());
    } finally {
      lock.unlock();
    }
  }

  /**
   * How many events were left out.
   *
   * @return since the queue was made
   */
  public long lost() {
    lock.lock();
    try {
      return lost;
    } finally {
      lock.unlock();
    }
  }

  /** Puts the end mark in: nothing more comes after what waits now. Again does nothing. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
