package dev.primacy.core.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RoomTest {
  private static final long LONG = TimeUnit.SECONDS.toNanos(20);

  @Test
  void so_many_fit_and_no_more() throws Exception {
    Room room = new Room(2, 1_000);
    assertThat(room.take(1, 0)).isTrue();
    assertThat(room.take(1, 0)).isTrue();
    assertThat(room.take(1, 0)).isFalse();
    room.give(1);
    assertThat(room.take(1, 0)).isTrue();
    assertThat(room.taken()).isEqualTo(2);
  }

  @Test
  void so_many_bytes_fit_and_one_that_is_larger_than_all_alone() throws Exception {
    Room room = new Room(100, 1_000);
    assertThat(room.take(5_000, 0)).isTrue();
    assertThat(room.take(1, 0)).isFalse();
    room.give(5_000);
    assertThat(room.take(600, 0)).isTrue();
    assertThat(room.take(401, 0)).isFalse();
    assertThat(room.take(400, 0)).isTrue();
  }

  @Test
  void who_waits_gets_what_is_given_back() throws Exception {
    Room room = new Room(1, 1_000);
    assertThat(room.take(1, 0)).isTrue();
    CompletableFuture<Boolean> waiting = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                waiting.complete(room.take(1, LONG));
              } catch (InterruptedException e) {
                waiting.completeExceptionally(e);
              }
            });
    thread.start();
    await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
    room.give(1);
    assertThat(waiting.get(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  @DisplayName("T10: after one has waited in vain nobody waits until there is room")
  void t10_a_stalled_observer_costs_a_wait_once() throws Exception {
    Room room = new Room(1, 1_000);
    assertThat(room.take(1, 0)).isTrue();
    assertThat(room.take(1, TimeUnit.MILLISECONDS.toNanos(5))).isFalse();
    // would hang until the test's end otherwise
    assertThat(room.take(1, TimeUnit.HOURS.toNanos(1))).isFalse();
    room.give(1);
    assertThat(room.take(1, 0)).isTrue();
  }
}
