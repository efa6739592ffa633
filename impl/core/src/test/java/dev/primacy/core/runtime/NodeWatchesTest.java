package dev.primacy.core.runtime;

import static dev.primacy.core.runtime.WatchGround.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.primacy.ClusterNode;
import dev.primacy.event.WatchFailed;
import dev.primacy.watch.FollowOptions;
import dev.primacy.watch.FollowOptions.Restart;
import dev.primacy.watch.NodeBatch;
import dev.primacy.watch.NodeFollower;
import dev.primacy.watch.WatchFailedException;
import dev.primacy.watch.WatchHandle;
import dev.primacy.watch.WatchPhase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Followers on threads of their own: how they begin, fail, start anew, are slow and end. */
@Timeout(120)
class NodeWatchesTest {
  private final WatchGround ground = new WatchGround();
  private final NodeWatches watches = ground.watches;
  private final LogBook log = new LogBook();
  private final CountDownLatch blocker = new CountDownLatch(1);
  private final Notes notes = new Notes();

  @AfterEach
  void closeAll() throws InterruptedException {
    blocker.countDown();
    ground.close();
    log.close();
    assertThat(notes.misfits).isEmpty();
  }

  private void block() {
    try {
      blocker.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static WatchFailedException failureOf(WatchHandle handle) {
    ExecutionException ended =
        catchThrowableOfType(
            ExecutionException.class,
            () -> handle.ended().toCompletableFuture().get(10, TimeUnit.SECONDS));
    return (WatchFailedException) ended.getCause();
  }

  private static void awaitEnd(WatchHandle handle) throws Exception {
    handle.ended().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  // ---- beginning

  @Test
  @DisplayName(
      "S4.12: nothing is told before the nodes are known, and then the first batch is marked")
  void nothing_is_told_before_the_nodes_are_known() {
    watches.follow(notes);
    ground.bring(node("a", 1), node("b", 1));
    assertThat(notes.lines).isEmpty();
    ground.listed();
    await().until(() -> notes.lines.contains("INITIAL"));
    ground.bring(node("a", 2));
    await().until(() -> notes.lines.contains("BATCH"));
    assertThat(notes.lines).containsExactly("NEW a", "NEW b", "INITIAL", "UPD a", "BATCH");
  }

  @Test
  @DisplayName("S4.12: the first batch is marked in an empty cluster, too")
  void the_first_batch_is_marked_in_an_empty_cluster_too() {
    ground.listed();
    watches.follow(notes);
    await().until(() -> notes.lines.equals(List.of("INITIAL")));
  }

  @Test
  @DisplayName("S4.12, S4.13: a watch begun at any moment misses nothing and hears nothing twice")
  void a_watch_begun_at_any_moment_fits_the_changes_around_it() throws Exception {
    ground.listed();
    List<Notes> all = new ArrayList<>();
    CompletableFuture<Void> changes = CompletableFuture.runAsync(() -> change(5_000));
    while (!changes.isDone()) {
      Notes another = new Notes();
      watches.follow(another);
      all.add(another);
      await().until(() -> another.lines.contains("INITIAL"));
    }
    changes.get();
    for (Notes one : all) {
      await().until(() -> List.copyOf(one.nodes.values()).equals(ground.nodes()));
      assertThat(one.misfits).isEmpty();
    }
  }

  private void change(int times) {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < times; i++) {
      ClusterNode one = node("n" + random.nextInt(20), random.nextInt(50));
      if (random.nextInt(3) == 0) {
        ground.take(one);
      } else {
        ground.bring(one, node("n" + random.nextInt(20), i));
      }
    }
  }

  @Test
  @DisplayName("S4.1: nodes that are not known in time end the watch where it opens")
  void nodes_that_are_not_known_in_time_end_the_watch_where_it_opens() {
    FollowOptions options = FollowOptions.DEFAULT.withOpenWithin(Duration.ofSeconds(3));
    WatchHandle handle = watches.follow(notes, options.withName("routes"));
    await().until(() -> ground.delays().contains(Duration.ofSeconds(3)));
    assertThat(handle.isOpen()).isTrue();
    ground.pass(Duration.ofSeconds(3));

    WatchFailedException failure = failureOf(handle);
    assertThat(failure.phase()).isEqualTo(WatchPhase.OPEN);
    assertThat(failure).hasMessageStartingWith("PRIMACY-2063: ").hasMessageContaining("3s");
    assertThat(handle.isOpen()).isFalse();
    assertThat(notes.lines).isEmpty();
  }

  @Test
  void a_watch_that_was_opened_in_time_is_not_ended_by_the_limit() {
    ground.listed();
    watches.follow(notes, FollowOptions.DEFAULT.withOpenWithin(Duration.ofSeconds(3)));
    await().until(() -> notes.lines.contains("INITIAL"));
    ground.pass(Duration.ofMinutes(1));
    ground.bring(node("a", 1));
    await().until(() -> notes.lines.contains("NEW a"));
  }

  // ---- failing

  /** Fails in one phase as long as it is told to. */
  private static final class Failing extends Notes {
    private final WatchPhase phase;
    private volatile boolean cold = true;

    Failing(WatchPhase phase) {
      this.phase = phase;
    }

    private void failIf(WatchPhase now) throws Exception {
      if (cold && now == phase) {
        throw new Exception("cold");
      }
    }

    @Override
    public boolean filter(ClusterNode node) throws Exception {
      failIf(WatchPhase.FILTER);
      return true;
    }

    @Override
    public void appeared(ClusterNode node) throws Exception {
      failIf(WatchPhase.APPEARED);
      super.appeared(node);
    }

    @Override
    public void updated(ClusterNode previous, ClusterNode now) throws Exception {
      failIf(WatchPhase.UPDATED);
      super.updated(previous, now);
    }

    @Override
    public void removed(ClusterNode last) throws Exception {
      failIf(WatchPhase.REMOVED);
      super.removed(last);
    }
  }

  @Test
  @DisplayName("AT-4.15, S4.1, S4.8: a follower that throws ends its watch, and no other")
  void a_follower_that_throws_ends_its_watch_and_no_other() {
    ground.bring(node("a\nforged", 1)).listed();
    Failing failing = new Failing(WatchPhase.UPDATED);
    watches.follow(notes);
    WatchHandle handle = watches.follow(failing, FollowOptions.DEFAULT.withName("routes\n"));
    await().until(() -> failing.lines.contains("INITIAL"));
    ground.bring(node("a\nforged", 2));

    WatchFailedException failure = failureOf(handle);
    assertThat(failure.phase()).isEqualTo(WatchPhase.UPDATED);
    assertThat(failure.node()).contains(node("a\nforged", 1).id());
    assertThat(failure.getCause()).hasMessage("cold");
    ground.bring(node("b", 1));
    await().until(() -> notes.lines.contains("NEW b"));
    assertThat(failing.lines).containsExactly("NEW a\nforged", "INITIAL");
    await().until(() -> !ground.events.isEmpty());
    assertThat(ground.events)
        .singleElement()
        .isInstanceOfSatisfying(
            WatchFailed.class,
            event -> {
              assertThat(event.watch()).isEqualTo("routes\n");
              assertThat(event.phase()).isEqualTo(WatchPhase.UPDATED);
              assertThat(event.about()).isEqualTo(failure.node());
              assertThat(event.failure()).hasMessage("cold");
              assertThat(event.restarting()).isFalse();
              assertThat(event.seq()).isEqualTo(1);
            });
    await().until(() -> log.numbered(2160).size() == 1);
    assertThat(log.numbered(2160).get(0)).contains("routes?", "UPDATED", "a?forged", "ended");
    assertThat(log.numbered(2160).get(0).chars()).noneMatch(Character::isISOControl);
  }

  @Test
  @DisplayName("AT-4.15, S4.8: started anew it has an empty view, and every node is new")
  void started_anew_every_node_is_new() {
    ground.bring(node("a", 1), node("b", 1)).listed();
    Failing failing = new Failing(WatchPhase.REMOVED);
    WatchHandle handle =
        watches.follow(failing, FollowOptions.DEFAULT.withRestart(Restart.DEFAULT));
    await().until(() -> failing.lines.contains("INITIAL"));
    ground.take(node("b", 1));
    await().until(() -> ground.delays().contains(Duration.ofSeconds(1)));
    assertThat(handle.isOpen()).isTrue();
    ground.bring(node("c", 1));
    failing.cold = false;
    failing.nodes.clear();
    ground.pass(Duration.ofSeconds(1));

    await().until(() -> failing.lines.size() == 6);
    assertThat(failing.lines)
        .containsExactly("NEW a", "NEW b", "INITIAL", "NEW a", "NEW c", "INITIAL");
    assertThat(failing.misfits).isEmpty();
    await().until(() -> ground.events.size() == 1);
    assertThat(((WatchFailed) ground.events.get(0)).restarting()).isTrue();
    handle.close();
    assertThat(handle.ended().toCompletableFuture()).isCompleted();
  }

  @Test
  @DisplayName(
      "S4.8: restarts wait longer each time, up to a bound, and less again after a good while")
  void restarts_back_off() {
    ground.bring(node("a", 1)).listed();
    Failing failing = new Failing(WatchPhase.APPEARED);
    Restart restart = new Restart(Duration.ofSeconds(2), Duration.ofSeconds(5));
    watches.follow(failing, FollowOptions.DEFAULT.withRestart(restart));
    for (int failures = 1; failures <= 3; failures++) {
      Duration pause = Duration.ofSeconds(Math.min(5, 1L << failures));
      int lines = failures;
      await().until(() -> log.numbered(2160).size() == lines && ground.delays().contains(pause));
      failing.cold = failures < 3;
      ground.pass(pause);
    }
    await().until(() -> failing.lines.contains("INITIAL"));
    assertThat(failing.lines).containsExactly("NEW a", "INITIAL");
  }

  @Test
  void a_pause_doubles_up_to_the_longest_and_begins_again_after_a_life_as_long() {
    Backoff backoff = new Backoff(new Restart(Duration.ofSeconds(2), Duration.ofSeconds(7)));
    Duration none = Duration.ZERO;
    assertThat(List.of(backoff.after(none), backoff.after(none), backoff.after(none)))
        .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(7));
    assertThat(backoff.after(Duration.ofMillis(6_999))).isEqualTo(Duration.ofSeconds(7));
    assertThat(backoff.after(Duration.ofSeconds(7))).isEqualTo(Duration.ofSeconds(2));
    assertThat(backoff.after(none)).isEqualTo(Duration.ofSeconds(4));
    Duration longest = Duration.ofSeconds(Long.MAX_VALUE);
    Backoff endless = new Backoff(new Restart(longest, longest));
    assertThat(endless.after(none)).isEqualTo(endless.after(none)).isEqualTo(longest);
  }

  @Test
  void a_watch_that_waits_to_be_started_anew_can_be_closed() throws Exception {
    ground.bring(node("a", 1)).listed();
    WatchHandle handle =
        watches.follow(
            new Failing(WatchPhase.FILTER), FollowOptions.DEFAULT.withRestart(Restart.DEFAULT));
    await().until(() -> log.numbered(2160).size() == 1);
    handle.close();
    awaitEnd(handle);
  }

  // ---- slow followers

  @Test
  @DisplayName(
      "S4.13, S4.18: a follower that blocks delays no other, and hears the latest states when it goes on")
  void a_follower_that_blocks_delays_no_other() {
    ground.bring(node("a", 1)).listed();
    watches.follow(notes);
    Notes slow =
        new Notes() {
          @Override
          public void batchDone(NodeBatch batch) throws Exception {
            super.batchDone(batch);
            block();
          }
        };
    watches.follow(slow);
    await().until(() -> slow.lines.contains("INITIAL"));
    change(2_000);
    await().until(() -> List.copyOf(notes.nodes.values()).equals(ground.nodes()));
    assertThat(slow.lines).containsExactly("NEW a", "INITIAL");

    blocker.countDown();
    await().until(() -> List.copyOf(slow.nodes.values()).equals(ground.nodes()));
    assertThat(slow.lines).as("one batch of what is left").hasSizeLessThanOrEqualTo(2 + 22);
    assertThat(slow.misfits).isEmpty();
  }

  @Test
  @DisplayName(
      "S4.18: a follower that does not return is told of once, by its name and where it is")
  void a_follower_that_does_not_return_is_told_of_once() {
    ground.bring(node("a", 1)).listed();
    CountDownLatch reached = new CountDownLatch(1);
    NodeFollower stuck =
        NodeFollower.builder()
            .onAppeared(
                node -> {
                  reached.countDown();
                  block();
                })
            .build();
    watches.follow(stuck, FollowOptions.DEFAULT.withName("routes"));
    await().until(() -> reached.getCount() == 0);
    for (int quarter = 0; quarter < 12; quarter++) {
      ground.pass(WatchGround.STALL.dividedBy(4));
      if (quarter == 2) {
        assertThat(log.numbered(2161)).isEmpty();
      }
    }
    await().until(() -> !log.numbered(2161).isEmpty());
    assertThat(log.numbered(2161))
        .singleElement()
        .asString()
        .contains(
            "'routes'", "APPEARED", "node a/", "for 12000 ms", "primacy-ground-watch-routes-");
    LogBook.Line line =
        log.lines().stream().filter(l -> l.text().contains("2161")).findFirst().orElseThrow();
    assertThat(line.thrown().getStackTrace())
        .anySatisfy(frame -> assertThat(frame.getMethodName()).isEqualTo("block"));
  }

  // ---- the end

  @Test
  @DisplayName("S4.17: closing says nothing, and again does nothing")
  void closing_says_nothing_and_again_does_nothing() throws Exception {
    ground.bring(node("a", 1)).listed();
    WatchHandle handle = watches.follow(notes);
    await().until(() -> notes.lines.contains("INITIAL"));
    handle.close();
    handle.close();
    awaitEnd(handle);
    assertThat(handle.isOpen()).isFalse();
    ground.bring(node("b", 1));
    assertThat(notes.lines).containsExactly("NEW a", "INITIAL");
    assertThat(ground.events).isEmpty();
    await()
        .until(
            () ->
                ground.threads.stream()
                    .noneMatch(t -> t.getName().contains("-watch-") && t.isAlive()));
  }

  @Test
  @DisplayName("S4.17: closing tells every node as removed if that was asked for")
  void closing_tells_removals_if_asked_to() {
    ground.bring(node("b", 1), node("a", 1)).listed();
    WatchHandle handle = watches.follow(notes, FollowOptions.DEFAULT.withRemovalsOnClose());
    await().until(() -> notes.lines.contains("INITIAL"));
    handle.close();
    assertThat(notes.lines).containsExactly("NEW a", "NEW b", "INITIAL", "DEL a", "DEL b");
  }

  @Test
  void closing_waits_for_the_call_under_way() throws Exception {
    ground.bring(node("a", 1), node("b", 1)).listed();
    CountDownLatch reached = new CountDownLatch(1);
    AtomicInteger calls = new AtomicInteger();
    WatchHandle handle =
        watches.follow(
            NodeFollower.builder()
                .onAppeared(
                    node -> {
                      calls.incrementAndGet();
                      reached.countDown();
                      block();
                    })
                .build());
    reached.await();
    CompletableFuture<Void> closing = CompletableFuture.runAsync(handle::close);
    assertThatThrownBy(() -> closing.get(100, TimeUnit.MILLISECONDS))
        .isInstanceOf(java.util.concurrent.TimeoutException.class);
    blocker.countDown();
    closing.get(10, TimeUnit.SECONDS);
    assertThat(calls).as("in the middle of a batch").hasValue(1);
  }

  @Test
  void a_follower_may_close_its_own_watch() throws Exception {
    ground.bring(node("a", 1), node("b", 1)).listed();
    AtomicReference<WatchHandle> own = new AtomicReference<>();
    CountDownLatch known = new CountDownLatch(1);
    List<String> heard = new ArrayList<>();
    WatchHandle handle =
        watches.follow(
            NodeFollower.builder()
                .onAppeared(
                    node -> {
                      awaitQuietly(known);
                      heard.add(node.id().name());
                      own.get().close();
                    })
                .build());
    own.set(handle);
    known.countDown();
    awaitEnd(handle);
    assertThat(heard).containsExactly("a");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  @DisplayName(
      "S4.1: the end of Primacy ends watches where they receive, and those after it where they open")
  void the_end_of_primacy_ends_all_watches() {
    ground.listed();
    WatchHandle handle = watches.follow(notes, FollowOptions.DEFAULT.withRestart(Restart.DEFAULT));
    await().until(() -> notes.lines.contains("INITIAL"));
    watches.end();
    assertThat(failureOf(handle).phase()).isEqualTo(WatchPhase.RECEIVE);
    assertThat(failureOf(handle)).hasMessageStartingWith("PRIMACY-2062: ");

    WatchFailedException late = failureOf(watches.follow(new Notes()));
    assertThat(late.phase()).isEqualTo(WatchPhase.OPEN);
    assertThat(late).hasMessageStartingWith("PRIMACY-2064: ");
    assertThatThrownBy(() -> watches.watch(new Notes(), FollowOptions.DEFAULT))
        .isInstanceOf(WatchFailedException.class);
    assertThat(ground.events).as("nothing failed").isEmpty();
  }

  @Test
  void a_follower_that_never_returns_does_not_keep_primacy_from_ending() throws Exception {
    ground.bring(node("a", 1)).listed();
    CountDownLatch reached = new CountDownLatch(1);
    watches.follow(
        NodeFollower.builder()
            .onAppeared(
                node -> {
                  reached.countDown();
                  block();
                })
            .build());
    reached.await();
    watches.end();
    watches.awaitEnd(Duration.ofMillis(50));
    await().until(() -> log.numbered(2162).size() == 1);
    assertThat(log.numbered(2162).get(0)).contains("primacy-ground-watch-follower-", "50ms");
  }

  // ---- on the caller's thread

  @Test
  @DisplayName(
      "S4.1, S4.18: the blocking form calls on the caller's thread until something ends it")
  void the_blocking_form_calls_on_the_callers_thread() {
    ground.bring(node("a", 1)).listed();
    List<Thread> threads = new ArrayList<>();
    assertThatThrownBy(
            () ->
                watches.watch(
                    NodeFollower.builder()
                        .onAppeared(node -> threads.add(Thread.currentThread()))
                        .onBatchDone(
                            batch -> {
                              throw new IllegalStateException("enough");
                            })
                        .build(),
                    FollowOptions.DEFAULT))
        .isInstanceOfSatisfying(
            WatchFailedException.class,
            failure -> {
              assertThat(failure.phase()).isEqualTo(WatchPhase.BATCH_DONE);
              assertThat(failure.node()).isEqualTo(Optional.empty());
            });
    assertThat(threads).containsExactly(Thread.currentThread());
  }

  @Test
  void the_blocking_form_ends_when_its_thread_is_interrupted() throws Exception {
    ground.listed();
    CompletableFuture<Throwable> thrown = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                watches.watch(notes, FollowOptions.DEFAULT);
              } catch (InterruptedException | RuntimeException end) {
                thrown.complete(end);
              }
            });
    caller.start();
    await().until(() -> notes.lines.contains("INITIAL"));
    caller.interrupt();
    assertThat(thrown.get(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
  }
}
