package dev.primacy.core.runtime;

import static dev.primacy.core.runtime.WatchGround.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.primacy.ClusterNode;
import dev.primacy.NodeLifecycle;
import dev.primacy.watch.NodeView;
import dev.primacy.watch.WatchFailedException;
import dev.primacy.watch.WatchPhase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("S4.19: the nodes as reactive streams")
@Timeout(120)
class NodePublisherTest {
  private static final NodeView EVERYTHING = new NodeView() {};

  private final WatchGround ground = new WatchGround();
  private final NodeWatches watches = ground.watches;
  private final LogBook log = new LogBook();

  @AfterEach
  void closeAll() throws InterruptedException {
    ground.close();
    log.close();
  }

  /** Notes what it is called with, and whether two calls overlap. */
  private static final class Subscriber<T> implements Flow.Subscriber<T> {
    final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    final List<T> items = new CopyOnWriteArrayList<>();
    final List<Throwable> errors = new CopyOnWriteArrayList<>();
    final AtomicInteger calls = new AtomicInteger();
    final AtomicInteger overlaps = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private final Consumer<T> more;

    Subscriber(Consumer<T> more) {
      this.more = more;
    }

    private void call(Runnable what) {
      calls.incrementAndGet();
      overlaps.addAndGet(running.getAndIncrement());
      try {
        what.run();
      } finally {
        running.decrementAndGet();
      }
    }

    void request(long count) {
      subscription.join().request(count);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      call(() -> subscription.complete(given));
    }

    @Override
    public void onNext(T item) {
      call(
          () -> {
            items.add(item);
            more.accept(item);
          });
    }

    @Override
    public void onError(Throwable failure) {
      call(() -> errors.add(failure));
    }

    @Override
    public void onComplete() {
      throw new AssertionError("never");
    }
  }

  private <T> Subscriber<T> subscribed(Flow.Publisher<T> publisher) {
    Subscriber<T> subscriber = new Subscriber<>(item -> {});
    publisher.subscribe(subscriber);
    subscriber.subscription.join();
    return subscriber;
  }

  @Test
  @DisplayName("S4.13, S4.19: a subscriber that asks for less than there is gets the latest state")
  void a_subscriber_that_asks_for_less_gets_the_latest_state() {
    ground.listed();
    Subscriber<ClusterNode> subscriber = subscribed(watches.publisher("a"));
    for (int value = 1; value <= 50; value++) {
      ground.bring(node("a", value), node("b", value));
    }
    assertThat(subscriber.items).isEmpty();
    subscriber.request(1);
    await().until(() -> subscriber.items.equals(List.of(node("a", 50))));
    ground.bring(node("a", 51));
    ground.take(node("a", 51));
    assertThat(subscriber.items).hasSize(1);
    subscriber.request(2);
    await().until(() -> subscriber.items.size() == 2);
    assertThat(subscriber.items.get(1).lifecycle()).isEqualTo(NodeLifecycle.REMOVED);
    assertThat(subscriber.items.get(1).priority()).isEqualTo(51);
  }

  @Test
  @DisplayName(
      "S4.19: a view is published after each batch that changed it, the first one included")
  void a_view_is_published_after_each_batch_that_changed_it() {
    NodeView passing =
        new NodeView() {
          @Override
          public boolean filter(ClusterNode node) {
            return node.priority() > 0;
          }
        };
    ground.listed();
    Subscriber<List<ClusterNode>> subscriber = subscribed(watches.publisher(passing));
    subscriber.request(10);
    await().until(() -> subscriber.items.equals(List.of(List.of())));
    ground.bring(node("x", -1));
    ground.bring(node("b", 1), node("a", 1));
    await().until(() -> subscriber.items.size() == 2);
    ground.bring(node("x", -2));
    await().during(Duration.ofMillis(100)).until(() -> subscriber.items.size() == 2);
    ground.bring(node("a", -1));
    await().until(() -> subscriber.items.size() == 3);
    assertThat(subscriber.items)
        .containsExactly(List.of(), List.of(node("a", 1), node("b", 1)), List.of(node("b", 1)));
  }

  @Test
  void a_view_that_is_asked_for_late_is_published_as_it_is_then() {
    ground.bring(node("a", 1)).listed();
    Subscriber<List<ClusterNode>> subscriber = subscribed(watches.publisher(EVERYTHING));
    ground.bring(node("b", 1));
    ground.take(node("a", 1));
    assertThat(subscriber.items).isEmpty();
    subscriber.request(1);
    await().until(() -> !subscriber.items.isEmpty());
    assertThat(subscriber.items).containsExactly(List.of(node("b", 1)));
  }

  @Test
  @DisplayName("S4.19: a filter that throws, and the end of Primacy, are told as errors")
  void what_ends_the_watch_is_told_as_an_error() {
    ground.bring(node("a", 1)).listed();
    NodeView cold =
        new NodeView() {
          @Override
          public boolean filter(ClusterNode node) throws Exception {
            throw new Exception("cold");
          }
        };
    Subscriber<List<ClusterNode>> failing = subscribed(watches.publisher(cold));
    Subscriber<ClusterNode> other = subscribed(watches.publisher("a"));
    failing.request(1);
    await().until(() -> !failing.errors.isEmpty());
    assertThat(failing.errors)
        .singleElement()
        .isInstanceOfSatisfying(
            WatchFailedException.class,
            failure -> assertThat(failure.phase()).isEqualTo(WatchPhase.FILTER));
    assertThat(other.errors).isEmpty();

    watches.end();
    await().until(() -> !other.errors.isEmpty());
    assertThat(((WatchFailedException) other.errors.get(0)).phase()).isIn(WatchPhase.RECEIVE);
    Subscriber<ClusterNode> late = subscribed(watches.publisher("a"));
    await().until(() -> !late.errors.isEmpty());
    assertThat(((WatchFailedException) late.errors.get(0)).phase()).isEqualTo(WatchPhase.OPEN);
  }

  @Test
  void a_request_for_nothing_is_told_as_an_illegal_argument() {
    ground.bring(node("a", 1)).listed();
    for (long count : new long[] {0, -1, Long.MIN_VALUE}) {
      Subscriber<ClusterNode> subscriber = subscribed(watches.publisher("a"));
      subscriber.request(count);
      subscriber.request(1);
      await().until(() -> !subscriber.errors.isEmpty());
      assertThat(subscriber.errors)
          .singleElement()
          .isInstanceOf(IllegalArgumentException.class)
          .asString()
          .contains("PRIMACY-2067", "3.9");
      assertThat(subscriber.items).isEmpty();
    }
  }

  @Test
  void cancelling_ends_it_without_a_word_and_again_does_nothing() {
    ground.bring(node("a", 1)).listed();
    Subscriber<ClusterNode> subscriber = subscribed(watches.publisher("a"));
    subscriber.request(Long.MAX_VALUE);
    subscriber.request(Long.MAX_VALUE);
    await().until(() -> subscriber.items.size() == 1);
    subscriber.subscription.join().cancel();
    subscriber.subscription.join().cancel();
    subscriber.request(-1);
    await()
        .until(
            () ->
                ground.threads.stream()
                    .noneMatch(
                        thread -> thread.isAlive() && thread.getName().contains("publisher")));
    ground.bring(node("a", 2));
    assertThat(subscriber.calls).hasValue(2);
  }

  @Test
  void a_subscriber_that_throws_is_called_no_more_and_told_of() {
    ground.bring(node("a", 1)).listed();
    Subscriber<ClusterNode> subscriber =
        new Subscriber<>(
            item -> {
              throw new IllegalStateException("cold");
            });
    watches.publisher("a").subscribe(subscriber);
    subscriber.request(5);
    await().until(() -> log.numbered(2163).size() == 1);
    ground.bring(node("a", 2));
    assertThat(subscriber.calls).hasValue(2);
  }

  @Test
  void calls_never_overlap_whoever_requests() {
    ground.listed();
    AtomicReference<Subscriber<ClusterNode>> self = new AtomicReference<>();
    Subscriber<ClusterNode> subscriber = new Subscriber<>(item -> self.get().request(1));
    self.set(subscriber);
    watches.publisher("a").subscribe(subscriber);
    subscriber.request(3);
    CompletableFuture<Void> others =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 1_000; i++) {
                subscriber.request(1);
              }
            });
    for (int value = 1; value <= 1_000; value++) {
      ground.bring(node("a", value));
    }
    others.join();
    await().until(() -> subscriber.items.contains(node("a", 1_000)));
    assertThat(subscriber.overlaps).hasValue(0);
    assertThat(subscriber.items)
        .extracting(ClusterNode::priority)
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void no_subscriber_is_no_subscription() {
    Flow.Publisher<ClusterNode> publisher = watches.publisher("a");
    assertThatThrownBy(() -> publisher.subscribe(null)).isInstanceOf(NullPointerException.class);
    assertThat(ground.threads).isEmpty();
  }
}
