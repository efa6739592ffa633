package dev.primacy.engine.zookeeper;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls that ZooKeeper does not bound, bounded by a thread of their own. */
final class Bounded {

  private Bounded() {}

  /** Something that may take any time. */
  interface Call {
    void run() throws InterruptedException;
  }

  /**
   * Runs a call to its end, but waits only for a while.
   *
   * @return whether it ended in time
   */
  static boolean run(ThreadFactory threads, Duration limit, Call call) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Thread thread =
        threads.newThread(
            () -> {
              try {
                call.run();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              } finally {
                done.complete(null);
              }
            });
    thread.start();
    return await(done, limit);
  }

  /** Waits for an end, and goes on waiting out the limit if interrupted no longer. */
  static boolean await(Future<?> done, Duration limit) {
    try {
      done.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }
}
