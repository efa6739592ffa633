package dev.primacy.cdi;

import dev.primacy.event.ClusterEvent;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Notifies asynchronous observers, group by group in the order of the events: a round begins when
 * the one before it is complete, since the container promises no order of its own.
 *
 * <p>At most {@value #WAITING} rounds wait. After that the thread that delivers waits as well,
 * which the core sees and reports like any observer that takes too long.
 */
final class AsyncRounds {
  private static final int WAITING = 256;

  private final Map<String, CompletionStage<?>> last = new ConcurrentHashMap<>();
  private final Semaphore room = new Semaphore(WAITING);

  /** Any thread, but events of one group one at a time. */
  void follow(Audience audience, ClusterEvent event) {
    try {
      room.acquire();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return;
    }
    last.compute(
        audience.lane(),
        (lane, before) ->
            (before == null ? CompletableFuture.completedStage(null) : before)
                .handle((value, failure) -> null)
                .thenCompose(ready -> audience.event().fireAsync(event))
                .whenComplete((value, failure) -> room.release()));
  }
}
