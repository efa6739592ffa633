package dev.primacy.core.runtime;

import dev.primacy.watch.WatchFailedException;
import dev.primacy.watch.WatchHandle;
import dev.primacy.watch.WatchPhase;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** A follower on a thread of its own. */
final class FollowHandle implements WatchHandle, Runnable {
  private final FollowerLoop loop;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  // written by that thread
  private volatile @Nullable Thread thread;

  FollowHandle(FollowerLoop loop) {
    this.loop = loop;
  }

  @Override
  public void run() {
    thread = Thread.currentThread();
    WatchFailedException end = WatchEnds.interrupted(loop.name());
    try {
      end = loop.run();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      // also if an error of the follower ends this thread
      complete(end);
    }
  }

  private void complete(WatchFailedException end) {
    if (end.phase() == WatchPhase.CLOSED) {
      ended.complete(null);
    } else {
      ended.completeExceptionally(end);
    }
  }

  @Override
  public boolean isOpen() {
    return !ended.isDone();
  }

  @Override
  public CompletionStage<Void> ended() {
    return ended.minimalCompletionStage();
  }

  @Override
  public void close() {
    loop.close();
    if (Thread.currentThread().equals(thread)) {
      return;
    }
    try {
      ended.get();
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException failed) {
      // is told where the end is asked for
      return;
    }
  }
}
