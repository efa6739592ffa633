package dev.primacy.admin;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What one listener has not been sent yet, bounded: who does not keep up is dropped and may come
 * back. Safe on any thread; nobody who adds to it ever waits.
 */
final class EventFeed implements AutoCloseable {
  /** How far behind a listener may be. */
  static final int LIMIT = 256;

  private static final String HEARTBEAT = ": still here\n\n";

  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<String> frames; // guarded by lock
  private final int limit;
  private final EventLog log;

  private boolean ended; // guarded by lock
  private Runnable wake = () -> {}; // guarded by lock

  /**
   * Makes the feed.
   *
   * @param replay what comes first; does not count against the limit
   * @param log what it hears, until it is closed
   */
  EventFeed(List<String> replay, EventLog log) {
    this.frames = new ArrayDeque<>(replay);
    this.limit = replay.size() + LIMIT;
    this.log = log;
  }

  /** Says what to run when there is something to send, or it is over: on any thread, not long. */
  void onNews(Runnable told) {
    lock.lock();
    try {
      wake = told;
    } finally {
      lock.unlock();
    }
    told.run();
  }

  /** Adds a frame, or ends the feed if it is full. */
  void offer(String frame) {
    Runnable told;
    lock.lock();
    try {
      if (ended) {
        return;
      }
      if (frames.size() >= limit) {
        ended = true;
        frames.clear();
        AdminLog.LOG.tooSlow();
      } else {
        frames.add(frame);
      }
      told = wake;
    } finally {
      lock.unlock();
    }
    told.run();
  }

  /** Adds a sign of life, unless there is something to send anyway. */
  void heartbeat() {
    if (isIdle()) {
      offer(HEARTBEAT);
    }
  }

  private boolean isIdle() {
    lock.lock();
    try {
      return frames.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Takes the next frame; empty if there is none. */
  Optional<String> next() {
    lock.lock();
    try {
      return Optional.ofNullable(frames.poll());
    } finally {
      lock.unlock();
    }
  }

  /** Whether there is nothing to send, now and later. */
  boolean isOver() {
    lock.lock();
    try {
      return ended && frames.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Nothing is added any more; what is there may still be sent. */
  void end() {
    Runnable told;
    lock.lock();
    try {
      ended = true;
      told = wake;
    } finally {
      lock.unlock();
    }
    told.run();
  }

  /** Hears nothing any more; again does nothing. */
  @Override
  public void close() {
    lock.lock();
    try {
      ended = true;
      frames.clear();
      wake = () -> {};
    } finally {
      lock.unlock();
    }
    log.forget(this);
  }
}
