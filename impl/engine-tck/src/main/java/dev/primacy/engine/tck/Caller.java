package dev.primacy.engine.tck;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One call on a thread of its own, to be interrupted in the middle. */
final class Caller {
  private final CompletableFuture<Object> answer = new CompletableFuture<>();
  private final Thread thread;
  private volatile boolean interruptedAfter;

  private Caller(Callable<?> call) {
    thread = Threads.of("caller", () -> run(call));
  }

  static Caller start(Callable<?> call) {
    Caller caller = new Caller(call);
    caller.thread.start();
    return caller;
  }

  private void run(Callable<?> call) {
    try {
      Object result = requireNonNull(call.call());
      interruptedAfter = Thread.interrupted();
      answer.complete(result);
    } catch (InterruptedException stop) {
      answer.complete(stop);
      Thread.currentThread().interrupt();
    } catch (Exception failure) {
      answer.complete(failure);
    }
  }

  void interruptWhenWaiting() throws Exception {
    Waiting.until(
        "the call waits",
        Duration.ofSeconds(5),
        () ->
            thread.getState() == Thread.State.WAITING
                || thread.getState() == Thread.State.TIMED_WAITING
                // in a system call
                || thread.getState() == Thread.State.RUNNABLE);
    Waiting.pass(Duration.ofMillis(50));
    thread.interrupt();
  }

  /** What it returned, or the exception it threw. */
  Object answer() throws Exception {
    return answer.get(5, TimeUnit.SECONDS);
  }

  boolean wasInterruptedAfter() {
    return interruptedAfter;
  }
}
