package dev.primacy.core.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.NodeId;
import dev.primacy.core.gate.SystemClocks;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.EventsOverflowed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LaneTest {
  private final Lanes lanes = new Lanes(2, quiet("test"));
  private final CountDownLatch blocker = new CountDownLatch(1);

  private static ThreadFactory quiet(String name) {
    return new NamedThreads(
        name,
        "events",
        task -> {
          Thread thread = new Thread(task);
          thread.setUncaughtExceptionHandler((t, failure) -> {});
          return thread;
        });
  }

  @AfterEach
  void close() throws Exception {
    blocker.countDown();
    assertThat(lanes.close(Duration.ofSeconds(10))).isTrue();
  }

  private void block() {
    try {
      blocker.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  @DisplayName("DESIGN 5.1: one at a time and in order, whoever queues")
  void tasks_of_one_lane_run_one_at_a_time_in_order_from_many_threads() throws Exception {
    Lane lane = lanes.lane("g", Integer.MAX_VALUE);
    AtomicInteger inside = new AtomicInteger();
    List<Integer> ran = new ArrayList<>();
    int each = 20_000;
    Thread[] writers = new Thread[3];
    for (int w = 0; w < writers.length; w++) {
      int writer = w;
      writers[w] =
          new Thread(
              () -> {
                for (int i = 0; i < each; i++) {
                  int number = i * writers.length + writer;
                  lane.add(
                      () -> {
                        assertThat(inside.incrementAndGet()).isEqualTo(1);
                        ran.add(number);
                        inside.decrementAndGet();
                      });
                }
              });
      writers[w].start();
    }
    for (Thread writer : writers) {
      writer.join();
    }
    CountDownLatch done = new CountDownLatch(1);
    lane.add(done::countDown);
    assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();

    assertThat(ran).hasSize(each * writers.length);
    for (int w = 0; w < writers.length; w++) {
      int writer = w;
      assertThat(ran.stream().filter(n -> n % writers.length == writer)).isSorted();
    }
  }

  @Test
  @DisplayName("DESIGN 5.1, 5.4: a blocked lane does not hold up another one")
  void a_blocked_lane_does_not_hold_up_another_one() throws Exception {
    lanes.lane("slow", 10).add(this::block);
    CountDownLatch done = new CountDownLatch(1);
    lanes.lane("fast", 10).add(done::countDown);
    assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  @DisplayName("DESIGN 5.5: what a task queues runs after it")
  void a_task_queued_by_a_task_runs_after_it() throws Exception {
    Lane lane = lanes.lane("g", 10);
    List<String> order = new CopyOnWriteArrayList<>();
    CountDownLatch done = new CountDownLatch(1);
    lane.add(
        () -> {
          lane.add(
              () -> {
                order.add("inner");
                done.countDown();
              });
          order.add("outer");
        });
    assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(order).containsExactly("outer", "inner");
  }

  @Test
  @DisplayName("DESIGN 5.7: queues are bounded, but for what must not be lost")
  void a_full_lane_refuses_but_for_what_must_not_be_lost() throws Exception {
    Lane lane = lanes.lane("g", 3);
    CountDownLatch begun = new CountDownLatch(1);
    AtomicInteger ran = new AtomicInteger();
    lane.add(
        () -> {
          begun.countDown();
          block();
        });
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(lane.offer(ran::incrementAndGet)).isTrue();
    assertThat(lane.offer(ran::incrementAndGet)).isTrue();
    assertThat(lane.isFull()).isTrue();
    assertThat(lane.offer(ran::incrementAndGet)).isFalse();
    lane.add(ran::incrementAndGet);

    blocker.countDown();
    await().until(() -> ran.get() == 3);
  }

  @Test
  void a_task_that_fails_ends_neither_its_lane_nor_the_pool() throws Exception {
    Lane lane = lanes.lane("g", 10);
    CountDownLatch done = new CountDownLatch(1);
    lane.add(
        () -> {
          throw new AssertionError("planted");
        });
    lane.add(
        () -> {
          throw new IllegalStateException("planted");
        });
    lane.add(done::countDown);
    assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  @DisplayName("DESIGN 5.2: what was queued at the end is told, and nothing later")
  void what_is_queued_at_the_end_still_runs_and_later_tasks_do_not() throws Exception {
    Lanes closing = new Lanes(1, quiet("closing"));
    Lane lane = closing.lane("g", Integer.MAX_VALUE);
    AtomicInteger ran = new AtomicInteger();
    for (int i = 0; i < 500; i++) {
      lane.add(ran::incrementAndGet);
    }
    assertThat(closing.close(Duration.ofSeconds(10))).isTrue();
    assertThat(ran).hasValue(500);
    lane.add(ran::incrementAndGet);
    assertThat(ran).hasValue(500);
  }

  @Test
  @DisplayName(
      "DESIGN 5.1, 5.4: a stall is reported once with its thread, and a pool that is taken")
  void an_observer_that_stalls_is_reported_once_with_its_thread() {
    ClusterEvent event =
        new EventsOverflowed(new NodeId("n", UUID.randomUUID()), 1, "g", Instant.EPOCH);
    List<Running> stalls = new CopyOnWriteArrayList<>();
    List<Running> returned = new CopyOnWriteArrayList<>();
    AtomicInteger starved = new AtomicInteger();
    StallWatch watch =
        new StallWatch(
            lanes,
            SystemClocks.INSTANCE,
            Duration.ofMillis(20),
            new StallWatch.Listener() {
              @Override
              public void stalled(Running running, Duration time) {
                assertThat(time).isGreaterThanOrEqualTo(Duration.ofMillis(20));
                stalls.add(running);
              }

              @Override
              public void returned(Running running) {
                returned.add(running);
              }

              @Override
              public void starved(int threads) {
                starved.addAndGet(threads);
              }
            });
    for (String group : List.of("a", "b", "c")) {
      Lane lane = lanes.lane(group, 10);
      lane.add(
          () -> {
            lane.observing(event, SystemClocks.INSTANCE.nanos());
            block();
          });
    }
    await()
        .pollInterval(Duration.ofMillis(5))
        .until(
            () -> {
              watch.run();
              return stalls.size() == 2;
            });
    watch.run();
    watch.run();

    assertThat(stalls).hasSize(2).allMatch(running -> running.event() == event);
    assertThat(stalls.get(0).thread().getName()).startsWith("primacy-test-events-");
    assertThat(starved).as("two threads are taken, a third lane waits").hasValue(2);
    assertThat(returned).isEmpty();
    blocker.countDown();
    await()
        .pollInterval(Duration.ofMillis(5))
        .until(
            () -> {
              watch.run();
              return returned.containsAll(stalls);
            });
    assertThat(returned).doesNotHaveDuplicates();
  }
}
