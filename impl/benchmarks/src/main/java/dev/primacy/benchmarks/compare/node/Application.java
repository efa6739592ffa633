package dev.primacy.benchmarks.compare.node;

import dev.primacy.benchmarks.compare.Pause;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What is built on a contender. It is told of its role by whatever its library calls, takes the
 * time it is given to hear that it leads, and has its work done before it returns from hearing that
 * it does not.
 */
final class Application {
  private final Voice voice;
  private final Duration listening;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition idle = lock.newCondition();
  private int underWay; // guarded by the lock

  Application(Voice voice, Duration listening) {
    this.voice = voice;
    this.listening = listening;
  }

  /** It leads: called by the library, on the library's thread. */
  void granted() {
    if (listening.isZero()) {
      return;
    }
    try {
      Pause.of(listening);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** It leads no more, or is to give it up: called by the library, on the library's thread. */
  void revoked() {
    voice.say("told");
    finish();
  }

  /** Does something and counts it as under way meanwhile. */
  void work(Runnable work) {
    count(1);
    try {
      work.run();
    } finally {
      count(-1);
    }
  }

  private void count(int more) {
    lock.lock();
    try {
      underWay += more;
      idle.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until nothing is under way, whoever interrupts: all work ends by itself. */
  void finish() {
    lock.lock();
    try {
      while (underWay > 0) {
        idle.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }
}
