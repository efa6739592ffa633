package dev.primacy.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.FencingToken;
import dev.primacy.Firing;
import dev.primacy.Membership;
import dev.primacy.MissedFirings;
import dev.primacy.PrimaryOnly;
import dev.primacy.PrimarySchedule;
import dev.primacy.event.PrimaryTick;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Schedules as applications have them. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ScheduleTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String cluster = "c" + UUID.randomUUID().toString().substring(0, 8);

  /** Notes its firings. */
  @ApplicationScoped
  static class Ledger {
    final List<Firing> firings = new CopyOnWriteArrayList<>();

    @PrimarySchedule(every = "1s", missed = MissedFirings.ALL)
    void tick(Firing firing) {
      firings.add(firing);
    }

    List<Firing> firings() {
      return firings;
    }
  }

  @Test
  void only_the_primary_fires_and_its_successor_goes_on_where_it_was() {
    try (Deployed one = Deployed.node(cluster, Ledger.class)) {
      List<Firing> first = one.get(Ledger.class).firings();
      await().atMost(PATIENCE).until(() -> first.size() >= 2);
      FencingToken token = one.membership().requirePrimary();
      try (Deployed two = Deployed.node(cluster, Ledger.class)) {
        List<Firing> second = two.get(Ledger.class).firings();
        int seen = first.size();
        await().atMost(PATIENCE).until(() -> first.size() > seen);
        assertThat(second).isEmpty();
        one.stop();
        await().atMost(PATIENCE).until(() -> second.size() >= 3);
        assertThat(first).extracting(Firing::token).containsOnly(Optional.of(token));
        assertThat(second)
            .allSatisfy(f -> assertThat(f.token().orElseThrow().supersedes(token)).isTrue());
        withoutGapsOrRepetition(List.copyOf(first), List.copyOf(second));
      }
    }
  }

  private static void withoutGapsOrRepetition(List<Firing> first, List<Firing> second) {
    List<Instant> all =
        Stream.concat(first.stream(), second.stream()).map(Firing::scheduled).toList();
    Set<Instant> distinct = new TreeSet<>(all);
    assertThat(all).hasSameSizeAs(distinct).isSorted();
    Instant from = all.get(0);
    Instant to = all.get(all.size() - 1);
    assertThat(Duration.between(from, to)).isEqualTo(Duration.ofSeconds(all.size() - 1L));
    assertThat(first.get(0).schedule()).endsWith("Ledger.tick");
    assertThat(first.get(0).group()).isEqualTo("ledger");
  }

  /** Hears of every firing. */
  @ApplicationScoped
  static class Clock {
    final List<PrimaryTick> ticks = new CopyOnWriteArrayList<>();

    void hear(@Observes PrimaryTick tick) {
      ticks.add(tick);
    }

    List<PrimaryTick> ticks() {
      return ticks;
    }
  }

  @Test
  void observers_hear_of_each_firing_on_the_primary() {
    try (Deployed node = Deployed.node(cluster, Ledger.class, Clock.class)) {
      List<Firing> firings = node.get(Ledger.class).firings();
      List<PrimaryTick> ticks = node.get(Clock.class).ticks();
      await().atMost(PATIENCE).until(() -> ticks.size() >= 2 && firings.size() >= 2);
      Firing first = firings.get(0);
      PrimaryTick tick = ticks.get(0);
      assertThat(tick.envelope().origin()).isEqualTo(first.schedule());
      assertThat(tick.group()).isEqualTo("ledger");
      assertThat(tick.due()).isEqualTo(first.scheduled());
      assertThat(tick.token()).isPresent().isEqualTo(first.token());
      assertThat(ticks).extracting(PrimaryTick::seq).startsWith(1L, 2L);
    }
  }

  /** What a scheduled method can make use of. */
  @Singleton
  static class Surroundings {
    @Inject Guarded guarded;
    @Inject Requested requested;
    final List<String> seen = new CopyOnWriteArrayList<>();

    @PrimarySchedule(cron = "* * * * * ?")
    void tick() {
      boolean named = Thread.currentThread().getName().contains("-schedule-");
      boolean own =
          Thread.currentThread().getContextClassLoader() == getClass().getClassLoader()
              && CDI.current() != null;
      seen.add(guarded.post() + " " + requested.answer() + " " + named + " " + own);
    }
  }

  @ApplicationScoped
  static class Guarded {
    @PrimaryOnly
    String post() {
      return "guarded";
    }
  }

  @RequestScoped
  static class Requested {
    String answer() throws ContextNotActiveException {
      return "requested";
    }
  }

  @Test
  void a_method_runs_in_a_request_with_the_class_loader_of_the_application() {
    try (Deployed node =
        Deployed.node(cluster, Surroundings.class, Guarded.class, Requested.class)) {
      List<String> seen = node.get(Surroundings.class).seen;
      await().atMost(PATIENCE).until(() -> seen.size() >= 2);
      assertThat(seen).containsOnly("guarded requested true true");
    }
  }

  /** Throws each time. */
  @ApplicationScoped
  static class Failing {
    final List<Instant> firings = new CopyOnWriteArrayList<>();

    @PrimarySchedule(every = "1s")
    void tick(Firing firing) {
      firings.add(firing.scheduled());
      throw new IllegalStateException("planted");
    }

    List<Instant> firings() {
      return firings;
    }
  }

  @Test
  void a_method_that_throws_is_called_for_the_next_firing_and_never_again_for_the_same() {
    try (Deployed node = Deployed.node(cluster, Failing.class)) {
      List<Instant> firings = node.get(Failing.class).firings();
      await().atMost(PATIENCE).until(() -> firings.size() >= 2);
      assertThat(List.copyOf(firings)).doesNotHaveDuplicates();
    }
  }

  /** Takes its time. */
  @ApplicationScoped
  static class Slow {
    static final CountDownLatch ENTERED = new CountDownLatch(1);
    static final CountDownLatch GO = new CountDownLatch(1);
    static final List<String> SEEN = new CopyOnWriteArrayList<>();

    @Inject Guarded guarded;
    @Inject Membership membership;

    @PrimarySchedule(every = "1s")
    void tick() throws InterruptedException {
      ENTERED.countDown();
      boolean released = GO.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      SEEN.add(guarded.post() + " " + released);
    }
  }

  @Test
  void a_step_down_waits_for_a_run_whose_guarded_calls_may_finish() throws Exception {
    try (Deployed node = Deployed.node(cluster, Slow.class, Guarded.class)) {
      assertThat(Slow.ENTERED.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      var down = node.membership().stepDown().toCompletableFuture();
      await().atMost(PATIENCE).until(() -> !node.membership().isPrimary());
      assertThat(down).isNotDone();
      Slow.GO.countDown();
      down.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      assertThat(Slow.SEEN).first().isEqualTo("guarded true");
    }
  }

  @Test
  void without_a_cluster_it_fires_on_the_one_node_there_is() {
    try (Deployed node = Deployed.with(Map.of(), Ledger.class)) {
      List<Firing> firings = node.get(Ledger.class).firings();
      await().atMost(PATIENCE).until(() -> firings.size() >= 2);
      assertThat(firings.get(0).token()).isEmpty();
    }
  }

  @Test
  void its_threads_end_with_the_application() {
    Deployed node = Deployed.node(cluster, Ledger.class);
    List<Firing> firings = node.get(Ledger.class).firings();
    await().atMost(PATIENCE).until(() -> !firings.isEmpty());
    assertThat(threads()).isNotEmpty();
    node.close();
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(threads()).isEmpty());
  }

  @Test
  void where_nothing_is_scheduled_no_thread_is_there() {
    try (Deployed node = Deployed.node(cluster, Guarded.class)) {
      assertThat(node.get(Guarded.class)).isNotNull();
      assertThat(threads()).isEmpty();
    }
  }

  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.contains("-schedule-"))
        .collect(Collectors.toSet());
  }
}
