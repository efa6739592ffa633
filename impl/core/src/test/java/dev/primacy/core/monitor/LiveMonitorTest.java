package dev.primacy.core.monitor;

import static dev.primacy.core.monitor.FakeStore.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.primacy.ClusterNode;
import dev.primacy.core.gate.SystemClocks;
import dev.primacy.spi.StoredRecord;
import dev.primacy.watch.ClusterMonitor;
import dev.primacy.watch.ClusterMonitorBuilder;
import dev.primacy.watch.MonitorOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Monitors and their threads: start and stop in every order, and callbacks that misbehave. */
@Timeout(60)
class LiveMonitorTest {
  private final FakeStore store = new FakeStore();
  private final Heard heard = new Heard();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final AtomicReference<Throwable> uncaught = new AtomicReference<>();
  private final CountDownLatch release = new CountDownLatch(1);
  private final LiveMonitors monitors =
      new LiveMonitors(
          MonitorOptions.DEFAULT,
          store,
          store,
          task -> {
            Thread thread = new Thread(task);
            thread.setUncaughtExceptionHandler((where, failure) -> uncaught.set(failure));
            threads.add(thread);
            return thread;
          });

  @AfterEach
  void everyThreadEnds() throws Exception {
    release.countDown();
    monitors.close();
    for (Thread thread : threads) {
      thread.join(20_000);
      assertThat(thread.isAlive()).isFalse();
    }
  }

  private ClusterMonitorBuilder<ClusterNode> builder() {
    return heard.all(monitors.of(FakeStore.GROUP));
  }

  private void seen(int node, String word) {
    monitors.seen(store.put(node, word));
    monitors.endOfBatch();
  }

  private void await(String line) {
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> heard.lines.contains(line));
  }

  // ---- start

  @Test
  @DisplayName(
      "AT-5.1, S5.1, S5.19, S5.22: start, the nodes there are, what happens, stop, silence")
  void it_tells_what_is_there_and_what_happens_until_it_is_stopped() {
    store.put(1, "a");
    store.putGroup();
    monitors.open();
    ClusterMonitor monitor = builder().build();
    monitor.start();
    assertThat(monitor.isRunning()).isTrue();
    await("joined n1");
    for (int node = 2; node <= 6; node++) {
      seen(node, "a");
      await("joined n" + node);
    }
    seen(6, "b");
    await("updated 1");
    monitors.gone(id(2));
    monitors.endOfBatch();
    await("left 1");
    monitor.stop();
    assertThat(monitor.isRunning()).isFalse();
    seen(7, "a");
    assertThat(heard.take())
        .containsExactly(
            "raw n1",
            "joined n1",
            "raw n2",
            "joined n2",
            "raw n3",
            "joined n3",
            "raw n4",
            "joined n4",
            "raw n5",
            "joined n5",
            "raw n6",
            "joined n6",
            "updated 1",
            "left 1",
            "stopped STOPPED");
    assertThat(threads).hasSize(1);
  }

  @Test
  @DisplayName("AT-5.11, S5.18: started twice it has one thread and tells each thing once")
  void started_twice_it_tells_once() {
    store.put(1, "a");
    monitors.open();
    ClusterMonitor monitor = builder().build();
    monitor.start();
    monitor.start();
    await("joined n1");
    monitor.stop();
    monitor.start();
    assertThat(heard.take()).containsExactly("raw n1", "joined n1", "stopped STOPPED");
    assertThat(threads).hasSize(1);
    assertThat(monitor.isRunning()).as("it does not start again").isFalse();
  }

  @Test
  @DisplayName("S5.18, S5.19: stopped before it was started it never starts")
  void stopped_first_it_never_starts() {
    monitors.open();
    ClusterMonitor monitor = builder().build();
    monitor.stop();
    monitor.start();
    monitor.close();
    assertThat(threads).isEmpty();
    assertThat(heard.take()).isEmpty();
  }

  @RepeatedTest(20)
  @DisplayName("S5.18, S5.19: started and stopped by several threads at once it ends, told once")
  void started_and_stopped_by_many_it_ends_once() throws Exception {
    store.put(1, "a");
    monitors.open();
    ClusterMonitor monitor = builder().build();
    CyclicBarrier together = new CyclicBarrier(6);
    List<Thread> callers = new ArrayList<>();
    for (int caller = 0; caller < 6; caller++) {
      boolean starts = caller % 2 == 0;
      Thread thread =
          new Thread(
              () -> {
                try {
                  together.await();
                } catch (Exception broken) {
                  throw new IllegalStateException(broken);
                }
                if (starts) {
                  monitor.start();
                } else {
                  monitor.stop();
                }
              });
      thread.start();
      callers.add(thread);
    }
    for (Thread caller : callers) {
      caller.join(20_000);
      assertThat(caller.isAlive()).isFalse();
    }
    monitor.stop();
    assertThat(monitor.isRunning()).isFalse();
    assertThat(threads).hasSizeLessThanOrEqualTo(1);
    assertThat(heard.lines.stream().filter("stopped STOPPED"::equals).count())
        .isEqualTo(threads.size());
    assertThat(heard.lines.stream().filter("joined n1"::equals).count()).isLessThanOrEqualTo(1);
  }

  @Test
  @DisplayName("S5.19: one that runs idle stops within 250 ms")
  void an_idle_one_stops_within_a_quarter_of_a_second() {
    monitors.open();
    long fastest = Long.MAX_VALUE;
    for (int attempt = 0; attempt < 5; attempt++) {
      store.put(attempt, "a");
      ClusterMonitor monitor = builder().build();
      monitor.start();
      await("joined n" + attempt);
      long before = SystemClocks.INSTANCE.nanos();
      monitor.stop();
      fastest = Math.min(fastest, SystemClocks.INSTANCE.nanos() - before);
    }
    assertThat(Duration.ofNanos(fastest)).isLessThan(Duration.ofMillis(250));
  }

  // ---- stop

  @Test
  @DisplayName("S5.19: stop waits for the callback that runs, and no other follows it")
  void stop_waits_for_the_callback_that_runs() throws Exception {
    store.put(1, "a");
    store.put(2, "a");
    monitors.open();
    CountDownLatch inside = new CountDownLatch(1);
    ClusterMonitor monitor =
        heard.all(monitors.of(FakeStore.GROUP).onJoinedRaw(block(inside))).build();
    monitor.start();
    inside.await();
    Thread stopper = new Thread(monitor::stop);
    stopper.start();
    Awaitility.await().until(() -> stopper.getState() == Thread.State.WAITING);
    assertThat(monitor.isRunning()).as("a callback runs").isTrue();
    release.countDown();
    stopper.join(20_000);
    assertThat(heard.take()).containsExactly("stopped STOPPED");
  }

  private <E> Consumer<E> block(CountDownLatch inside) {
    return what -> {
      inside.countDown();
      try {
        release.await();
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    };
  }

  @Test
  @DisplayName("S5.19, S5.22: stopped by a callback it does not wait for itself")
  void a_callback_may_stop_it() throws Exception {
    store.put(1, "a");
    store.put(2, "a");
    monitors.open();
    AtomicReference<ClusterMonitor> self = new AtomicReference<>();
    self.set(
        heard
            .all(
                monitors
                    .of(FakeStore.GROUP)
                    .onJoinedRaw(
                        raw -> {
                          heard.lines.add("stopping");
                          self.get().stop();
                          heard.lines.add("told so");
                        }))
            .build());
    self.get().start();
    await("stopped STOPPED");
    assertThat(heard.take()).containsExactly("stopping", "told so", "stopped STOPPED");
  }

  @Test
  @DisplayName("S5.19: whoever is interrupted while it waits does not wait, and knows it was")
  void an_interrupted_stop_does_not_wait() throws Exception {
    store.put(1, "a");
    monitors.open();
    CountDownLatch inside = new CountDownLatch(1);
    ClusterMonitor monitor = monitors.of(FakeStore.GROUP).onJoinedRaw(block(inside)).build();
    monitor.start();
    inside.await();
    Thread.currentThread().interrupt();
    monitor.stop();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  @DisplayName("S5.19: what is asked of a store that hangs is broken off")
  void a_question_to_a_store_that_hangs_is_broken_off() throws Exception {
    store.hanging = true;
    monitors.open();
    ClusterMonitor monitor = builder().build();
    monitor.start();
    store.asked.await();
    monitor.stop();
    assertThat(heard.take()).containsExactly("stopped STOPPED");
  }

  @Test
  @DisplayName("S5.10: a callback that leaves the interrupt flag behind does not end it")
  void an_interrupt_left_behind_does_not_end_it() {
    monitors.open();
    ClusterMonitor monitor =
        heard
            .all(
                monitors.of(FakeStore.GROUP).onJoinedRaw(raw -> Thread.currentThread().interrupt()))
            .build();
    monitor.start();
    seen(1, "a");
    await("joined n1");
    seen(2, "a");
    await("joined n2");
    assertThat(monitor.isRunning()).isTrue();
    monitor.stop();
  }

  @Test
  @DisplayName(
      "S5.10, S5.22: an error that ends its thread is no silence: it has failed, and says so")
  void an_error_ends_it_and_it_says_so() {
    store.put(1, "a");
    monitors.open();
    ClusterMonitor monitor =
        heard
            .all(
                monitors
                    .of(FakeStore.GROUP)
                    .onJoinedRaw(
                        raw -> {
                          throw new StackOverflowError("planted");
                        }))
            .build();
    monitor.start();
    await("stopped FAILED");
    monitor.stop();
    assertThat(heard.take()).containsExactly("stopped FAILED");
    assertThat(uncaught.get()).hasMessage("planted");
    assertThat(monitor.isRunning()).isFalse();
  }

  @Test
  @DisplayName("S5.16: an engine that throws what it must not ends it, with the error told")
  void an_engine_that_breaks_its_contract_ends_it() {
    store.broken = new IllegalStateException("planted");
    monitors.open();
    ClusterMonitor monitor = builder().build();
    monitor.start();
    await("stopped FAILED");
    assertThat(heard.lines).contains("error JOINED_DECODED").endsWith("stopped FAILED");
    assertThat(monitor.isRunning()).isFalse();
  }

  // ---- the runtime

  @Test
  @DisplayName("S5.19: started before the runtime it waits for it, and may be stopped meanwhile")
  void it_waits_for_the_runtime() {
    store.put(1, "a");
    ClusterMonitor early = builder().build();
    early.start();
    ClusterMonitor given = monitors.of(FakeStore.GROUP).onLeft(count -> {}).build();
    given.start();
    given.stop();
    assertThat(heard.lines).isEmpty();
    assertThat(store.lists).hasValue(0);
    monitors.open();
    await("joined n1");
    early.stop();
  }

  @Test
  @DisplayName(
      "S5.19, S5.22: the end of the application stops it, and a start after that is refused")
  void the_end_of_the_application_stops_it() throws Exception {
    store.put(1, "a");
    monitors.open();
    CountDownLatch inside = new CountDownLatch(1);
    ClusterMonitor blocked = monitors.of(FakeStore.GROUP).onJoinedRaw(block(inside)).build();
    ClusterMonitor idle = builder().build();
    blocked.start();
    idle.start();
    inside.await();
    await("joined n1");
    monitors.close();
    monitors.awaitEnd(Duration.ofMillis(1));
    await("stopped STOPPED");
    Awaitility.await().until(() -> !blocked.isRunning());
    assertThat(release.getCount()).as("the callback that blocked was interrupted").isEqualTo(1);

    ClusterMonitor late = builder().build();
    assertThatIllegalStateException()
        .isThrownBy(late::start)
        .withMessageStartingWith("PRIMACY-2078: ")
        .withMessageContaining(FakeStore.GROUP);
    assertThat(late.isRunning()).isFalse();
    late.stop();
  }

  @Test
  @DisplayName("S5.19: callbacks of one monitor may stop and start others")
  void one_may_stop_another() {
    store.put(1, "a");
    monitors.open();
    ClusterMonitor other = monitors.of(FakeStore.GROUP).onLeft(count -> {}).build();
    other.start();
    ClusterMonitor next = builder().build();
    ClusterMonitor monitor =
        monitors
            .of(FakeStore.GROUP)
            .onJoinedRaw(
                raw -> {
                  other.stop();
                  next.start();
                })
            .build();
    monitor.start();
    await("joined n1");
    assertThat(other.isRunning()).isFalse();
    next.stop();
    monitor.stop();
  }

  // ---- what is seen

  @Test
  @DisplayName(
      "S5.5, S5.6: what happens while a callback runs is merged to the latest, counted once")
  void a_slow_callback_gets_less_to_hear_and_never_more_than_the_nodes() throws Exception {
    store.put(1, "a");
    monitors.open();
    CountDownLatch inside = new CountDownLatch(1);
    ClusterMonitor monitor =
        heard.all(monitors.of(FakeStore.GROUP).onJoinedRaw(block(inside))).build();
    monitor.start();
    inside.await();
    for (int change = 0; change < 1_000; change++) {
      seen(2, "w" + change);
      seen(1, "w" + change);
    }
    seen(3, "a");
    monitors.gone(id(3));
    store.remove(3);
    monitors.endOfBatch();
    release.countDown();
    await("updated 1");
    monitor.stop();
    assertThat(heard.take())
        .containsExactly(
            "raw n1", "joined n1", "raw n2", "joined n2", "updated 1", "stopped STOPPED");
  }

  @Test
  @DisplayName(
      "S5.14: after a switch everything is listed anew, who is gone is counted, nothing twice")
  void after_a_switch_everything_is_listed_anew() {
    store.put(1, "a");
    store.put(2, "a");
    store.putGroup();
    monitors.open();
    ClusterMonitor monitor = builder().build();
    monitor.start();
    await("joined n2");
    heard.take();
    store.remove(1);
    store.put(2, "b");
    store.put(3, "a");
    monitors.lookAnew();
    await("left 1");
    monitor.stop();
    assertThat(heard.take())
        .containsExactly("raw n3", "joined n3", "updated 1", "left 1", "stopped STOPPED");
  }

  @Test
  @DisplayName(
      "AT-5.9, S5.15: the group removed while idle, all kinds observed: told once, then stopped")
  void a_removed_group_is_told_once_and_that_is_the_end() {
    store.put(1, "a");
    store.putGroup();
    monitors.open();
    ClusterMonitor monitor = builder().build();
    monitor.start();
    await("joined n1");
    heard.take();
    store.removeGroup();
    for (int list = 0; list < 3; list++) {
      monitors.found(store.all());
      monitors.foundAll();
      monitors.endOfBatch();
    }
    await("stopped GROUP_DROPPED");
    monitor.stop();
    assertThat(heard.take()).containsExactly("dropped ledger", "stopped GROUP_DROPPED");
  }

  @Test
  @DisplayName("S5.15: an old list that does not show the group yet does not make it gone")
  void an_old_list_does_not_make_a_group_gone() {
    List<StoredRecord> before = store.all();
    store.putGroup();
    store.put(1, "a");
    monitors.open();
    ClusterMonitor monitor = builder().build();
    monitor.start();
    await("joined n1");
    int looks = store.lists.get();
    monitors.found(before);
    monitors.foundAll();
    monitors.endOfBatch();
    Awaitility.await().until(() -> store.lists.get() > looks);
    seen(2, "a");
    await("joined n2");
    monitor.stop();
    assertThat(heard.lines).doesNotContain("dropped ledger");
  }

  @Test
  @DisplayName("S5.16, S5.17: a store that is silent at first is asked again; that is told once")
  void a_silent_store_is_asked_again() {
    store.put(1, "a");
    store.silent = true;
    monitors.open();
    ClusterMonitor monitor = builder().build();
    monitor.start();
    await("error GROUP_DROPPED");
    store.silent = false;
    store.nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
    seen(2, "a");
    await("joined n1");
    monitor.stop();
    assertThat(heard.errors).hasSize(6);
    assertThat(heard.errors.get(0).message()).startsWith("PRIMACY-2074: ");
    assertThat(monitor.isRunning()).isFalse();
  }

  @Test
  @DisplayName("S5.17: a store that is silent for longer than reconnect-within ends it")
  void a_store_silent_for_too_long_ends_it() {
    store.silent = true;
    monitors.open();
    ClusterMonitor monitor =
        builder()
            .options(MonitorOptions.DEFAULT.withReconnectWithin(Duration.ofSeconds(5)))
            .build();
    monitor.start();
    await("error GROUP_DROPPED");
    store.nanos.addAndGet(TimeUnit.SECONDS.toNanos(5));
    seen(1, "a");
    await("stopped UNREACHABLE");
    monitor.stop();
    assertThat(monitor.isRunning()).isFalse();
  }

  @Test
  @DisplayName("S5.20: each group has a log category of its own, whose level is set alone")
  void each_group_has_a_log_category_of_its_own() {
    Logger quiet = Logger.getLogger("dev.primacy.monitor.mail");
    Logger all = Logger.getLogger("dev.primacy.monitor");
    List<String> lines = new CopyOnWriteArrayList<>();
    Handler handler = new Lines(lines);
    all.addHandler(handler);
    quiet.setLevel(Level.OFF);
    try {
      monitors.open();
      for (String group : List.of("mail", FakeStore.GROUP)) {
        ClusterMonitor monitor = monitors.of(group).onLeft(count -> {}).build();
        monitor.start();
        monitor.stop();
      }
      assertThat(lines).containsExactly("dev.primacy.monitor.ledger");
    } finally {
      quiet.setLevel(null);
      all.removeHandler(handler);
    }
  }

  /** The categories of what is logged. */
  private static final class Lines extends Handler {
    private final List<String> lines;

    Lines(List<String> lines) {
      this.lines = lines;
    }

    @Override
    public void publish(LogRecord record) {
      lines.add(record.getLoggerName());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
