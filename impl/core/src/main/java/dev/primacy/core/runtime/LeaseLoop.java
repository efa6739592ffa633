package dev.primacy.core.runtime;

import dev.primacy.core.gate.Clocks;
import dev.primacy.core.vitals.LeaseThread;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * The lease thread: short steps, one after the other, and a timed wait between them. It never
 * blocks on anything else, so that a renewal is never late because of somebody else's work.
 */
final class LeaseLoop implements Steps {

  /** What the thread does besides what it is handed. */
  interface Body {
    /** Does what is due; called after every step and when the wait is over. */
    void turn();

    /** How long it may wait until the next turn. */
    long waitNanos();
  }

  private static final long LONGEST_WAIT = TimeUnit.DAYS.toNanos(1);

  private final Clocks clocks;
  private final Consumer<RuntimeException> defects;
  private final Execution execution;
  private final BlockingQueue<Runnable> inbox;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile boolean stopped;
  private volatile boolean started;

  /** When the next turn begins at the latest, or when the one that goes on began. */
  private volatile long due;

  /**
   * Makes the loop.
   *
   * @param clocks the clocks, to tell whether it goes on
   * @param defects gets what a step threw, on the lease thread
   * @param execution how threads are made and wait
   */
  LeaseLoop(Clocks clocks, Consumer<RuntimeException> defects, Execution execution) {
    this.clocks = clocks;
    this.defects = defects;
    this.execution = execution;
    this.inbox = execution.queue(Integer.MAX_VALUE);
  }

  void start(Body body, ThreadFactory threads) {
    due = clocks.nanos();
    started = true;
    threads.newThread(() -> run(body)).start();
  }

  /** How the thread is doing; empty before the start. Any thread. */
  Optional<LeaseThread> pulse() {
    if (!started) {
      return Optional.empty();
    }
    long late = Math.max(0, clocks.nanos() - due);
    return Optional.of(new LeaseThread(ended.isDone(), Duration.ofNanos(late)));
  }

  @Override
  public void post(Runnable step) {
    inbox.add(step);
  }

  void stop() {
    post(() -> stopped = true);
  }

  boolean awaitEnd(Duration patience) throws InterruptedException {
    try {
      execution.await(ended, patience);
      return true;
    } catch (ExecutionException | TimeoutException late) {
      return false;
    }
  }

  private void run(Body body) {
    try {
      while (!stopped) {
        step(body);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      ended.complete(null);
    }
  }

  private void step(Body body) throws InterruptedException {
    long wait = Math.max(0, body.waitNanos());
    due = clocks.nanos() + Math.min(wait, LONGEST_WAIT);
    Runnable next = inbox.poll(wait, TimeUnit.NANOSECONDS);
    due = clocks.nanos();
    try {
      if (next != null) {
        next.run();
      }
      body.turn();
    } catch (RuntimeException defect) {
      defects.accept(defect);
    }
  }
}
