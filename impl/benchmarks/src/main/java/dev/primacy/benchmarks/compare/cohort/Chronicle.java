package dev.primacy.benchmarks.compare.cohort;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Everything the members of a cohort said, in the order it was heard. */
public final class Chronicle {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final List<Said> all = new ArrayList<>(); // guarded by the lock

  void add(Said said) {
    lock.lock();
    try {
      all.add(said);
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Somebody may have ended without a word. */
  void somethingHappened() {
    lock.lock();
    try {
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** How much was said so far: where a search begins that is about what follows. */
  public int mark() {
    lock.lock();
    try {
      return all.size();
    } finally {
      lock.unlock();
    }
  }

  /** The first that matches since a mark. */
  public Optional<Said> find(int mark, Predicate<Said> wanted) {
    lock.lock();
    try {
      return all.stream().skip(mark).filter(wanted).findFirst();
    } finally {
      lock.unlock();
    }
  }

  /** The last that matches since a mark. */
  public Optional<Said> findLast(int mark, Predicate<Said> wanted) {
    lock.lock();
    try {
      return all.stream().skip(mark).filter(wanted).reduce((first, second) -> second);
    } finally {
      lock.unlock();
    }
  }

  /** How many match. */
  public long count(Predicate<Said> wanted) {
    lock.lock();
    try {
      return all.stream().filter(wanted).count();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the first that matches since a mark. */
  public Said await(int mark, Predicate<Said> wanted, String what, Duration patience)
      throws InterruptedException, TimeoutException {
    await(() -> find(mark, wanted).isPresent(), what, patience);
    return find(mark, wanted).orElseThrow();
  }

  /**
   * Waits until something holds; asked anew after each word.
   *
   * @throws TimeoutException if it does not in time
   */
  public void await(BooleanSupplier holds, String what, Duration patience)
      throws InterruptedException, TimeoutException {
    long end = System.nanoTime() + patience.toNanos();
    lock.lock();
    try {
      while (!holds.getAsBoolean()) {
        long left = end - System.nanoTime();
        if (left <= 0) {
          throw new TimeoutException(what + ": not within " + patience);
        }
        var unused = news.await(left, TimeUnit.NANOSECONDS);
      }
    } finally {
      lock.unlock();
    }
  }
}
