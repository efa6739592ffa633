package dev.primacy.cdi;

import dev.primacy.core.runtime.DeliveryReport;
import dev.primacy.core.runtime.EventSink.LateFailures;
import dev.primacy.event.ClusterEvent;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
  private final Map<String, ClusterEvent> underWay = new ConcurrentHashMap<>();
  private final Semaphore room = new Semaphore(WAITING);

  // written before the first event
  private volatile LateFailures late = (event, failure) -> {};

  void reportTo(LateFailures failures) {
    late = failures;
  }

  /** Any thread, but events of one lane one at a time. */
  void follow(Audience audience, ClusterEvent event) {
    try {
      room.acquire();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return;
    }
    String lane = audience.lane();
    CompletionStage<?> before = last.getOrDefault(lane, CompletableFuture.completedStage(null));
    CompletionStage<?> next =
        before
            .handle((value, failure) -> null)
            .thenCompose(ready -> begin(audience, event))
            .whenComplete((value, failure) -> room.release());
    last.put(lane, next);
    // nothing is kept for a lane on which nothing comes any more
    var unused = next.whenComplete((value, failure) -> forget(lane, next, event));
  }

  private void forget(String lane, CompletionStage<?> round, ClusterEvent event) {
    underWay.computeIfPresent(lane, (l, current) -> current == event ? null : current);
    last.remove(lane, round);
  }

  private CompletionStage<?> begin(Audience audience, ClusterEvent event) {
    underWay.put(audience.lane(), event);
    return audience
        .event()
        .fireAsync(event)
        .whenComplete((told, failure) -> report(event, failure));
  }

  /** Of observers that stand before the container bare, which is where none can be replaced. */
  private void report(ClusterEvent event, @Nullable Throwable failure) {
    if (failure != null) {
      Throwable[] each = failure.getSuppressed();
      Stream.of(each.length == 0 ? new Throwable[] {failure} : each)
          .map(ObserverFailures::unwrap)
          .map(cause -> new DeliveryReport.Failure("an asynchronous observer", cause))
          .forEach(found -> late.failed(event, found));
    }
  }

  /**
   * An observer threw. Any thread.
   *
   * @return false if the event is none of this bridge's: then whoever fired it has to hear of it
   */
  boolean failed(Object event, String observer, Throwable failure) {
    if (!(event instanceof ClusterEvent told) || !isUnderWay(told)) {
      return false;
    }
    late.failed(told, new DeliveryReport.Failure(observer, ObserverFailures.unwrap(failure)));
    return true;
  }

  @SuppressWarnings("ReferenceEquality") // an equal event of the application's is another one
  private boolean isUnderWay(ClusterEvent event) {
    return underWay.values().stream().anyMatch(current -> current == event);
  }
}
