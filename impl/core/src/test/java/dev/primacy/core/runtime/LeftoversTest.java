package dev.primacy.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.FencingToken;
import dev.primacy.core.elector.Timing;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.gate.CallUnderWay;
import dev.primacy.core.gate.CallsUnderWay;
import dev.primacy.core.gate.Clocks;
import dev.primacy.core.gate.Gate;
import dev.primacy.core.settings.MapSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told of calls that a drain did not wait for, in virtual time. */
class LeftoversTest {
  private static final FencingToken TOKEN = new FencingToken(UUID.randomUUID(), 5);
  private static final Timing TIMING =
      new Timing(
          Duration.ofSeconds(6),
          0.01,
          Duration.ofSeconds(2),
          Duration.ofMillis(1500),
          Duration.ofSeconds(6),
          Duration.ofHours(1));

  private final PrimacyRuntime runtime =
      PrimacyRuntimes.create(RuntimeSetup.of("leftovers").withSource(new MapSettings(Map.of())));
  private final Gate gate = runtime.gate("default");
  private final Manual clocks = new Manual();
  private final Known calls = new Known();

  private static final class Manual implements Clocks {
    long nanos = Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(20);

    @Override
    public long nanos() {
      return nanos;
    }

    @Override
    public long millis() {
      return 0;
    }

    void pass(Duration time) {
      nanos += time.toNanos();
    }
  }

  private static final class Known implements CallsUnderWay {
    final List<CallUnderWay> all = new ArrayList<>();
    int interrupts;

    @Override
    public List<CallUnderWay> of(Gate gate, FencingToken token) {
      return all;
    }

    @Override
    public List<String> interrupt(Gate gate, FencingToken token) {
      interrupts++;
      return List.of("http-1");
    }
  }

  @AfterEach
  void close() {
    runtime.close();
  }

  private void entered(String method, String thread) {
    long usable = TIMING.lease().toNanos() - Timing.marginNanos(TIMING.lease(), TIMING.drift());
    Admission renewedNow = new Admission(TOKEN, clocks.nanos + usable, 0);
    calls.all.add(
        new CallUnderWay(method, Optional.of(thread).filter(t -> !t.isEmpty()), renewedNow));
  }

  private List<String> told(boolean interrupts, long count) throws InterruptedException {
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    new Leftovers(calls, clocks, TIMING, interrupts, Thread::new)
        .tell(gate, TOKEN, count, told::add);
    return told.poll(10, TimeUnit.SECONDS).strip().lines().map(String::strip).toList();
  }

  @Test
  void the_longest_comes_first_with_its_age_and_its_thread() throws Exception {
    entered("Ledger.settle", "");
    clocks.pass(Duration.ofSeconds(25));
    entered("Ledger.post", "http-1");
    clocks.pass(Duration.ofSeconds(10));
    assertThat(told(false, 2))
        .containsExactly(
            "Ledger.settle for about 35s", "Ledger.post for about 10s on thread http-1");
    assertThat(calls.interrupts).as("not asked for").isZero();
  }

  @Test
  void interrupted_threads_are_told_and_each_is_interrupted_once() throws Exception {
    entered("Ledger.post", "http-1");
    entered("Ledger.close", "http-2");
    clocks.pass(Duration.ofSeconds(10));
    assertThat(told(true, 2))
        .containsExactly(
            "Ledger.post for about 10s on thread http-1, interrupted",
            "Ledger.close for about 10s on thread http-2");
    assertThat(calls.interrupts).isOne();
  }

  @Test
  void those_that_nobody_knows_more_of_are_counted() throws Exception {
    assertThat(told(false, 3)).containsExactly("nothing else is known of them");
    for (int i = 0; i < 30; i++) {
      entered("Ledger.post", "http-" + i);
    }
    assertThat(told(false, 31)).hasSize(21).last().isEqualTo("and 11 more");
  }
}
