package dev.primacy.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EventQueueTest {

  @Test
  @DisplayName("AT-5.2, S5.21: events reach another thread in order, and closing ends that thread")
  void events_reach_another_thread_and_closing_ends_it() throws Exception {
    EventQueue<Integer> queue = new EventQueue<>(100);
    List<Integer> got = new ArrayList<>();
    CompletableFuture<List<Integer>> ended = new CompletableFuture<>();
    CountDownLatch some = new CountDownLatch(1);
    Thread own =
        new Thread(
            () -> {
              try {
                for (var next = queue.take(); next.isPresent(); next = queue.take()) {
                  got.add(next.get());
                  some.countDown();
                }
                ended.complete(got);
              } catch (InterruptedException stop) {
                ended.completeExceptionally(stop);
              }
            });
    own.start();
    for (int event = 0; event < 100; event++) {
      assertThat(queue.offer(event)).isTrue();
    }
    some.await();
    queue.close();
    queue.close();
    assertThat(ended.get(20, TimeUnit.SECONDS)).hasSize(100).isSorted();
    own.join(20_000);
    assertThat(own.isAlive()).isFalse();
    assertThat(queue.take()).as("the end mark stays").isEmpty();
  }

  @Test
  @DisplayName("S5.21: full it leaves the newest out and counts them, closed it takes none")
  void full_it_leaves_the_newest_out_and_counts() throws Exception {
    EventQueue<String> queue = new EventQueue<>(2);
    assertThat(queue.poll()).isEmpty();
    assertThat(queue.offer("a")).isTrue();
    assertThat(queue.offer("b")).isTrue();
    assertThat(queue.offer("c")).isFalse();
    assertThat(queue.lost()).isEqualTo(1);
    assertThat(queue.poll()).contains("a");
    queue.close();
    assertThat(queue.offer("d")).isFalse();
    assertThat(queue.lost()).isEqualTo(2);
    assertThat(queue.take()).as("what was there comes first").contains("b");
    assertThat(queue.take()).isEqualTo(Optional.empty());
    assertThatIllegalArgumentException().isThrownBy(() -> new EventQueue<>(0));
  }
}
