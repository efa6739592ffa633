package dev.primacy.engine.tck;

import static dev.primacy.engine.tck.Records.bytes;
import static dev.primacy.engine.tck.Records.created;
import static dev.primacy.engine.tck.Records.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Callers may be interrupted at any time, and stores closed. */
interface CallerRules {

  /** Open Liberty lets managed threads begin only when the application has started. */
  @Test
  default void opening_waits_for_no_thread_that_it_was_given(Bench bench) throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    Surroundings starting = bench.surroundings("starting").withThreadsAfter(started);
    ExecutorService pool = Threads.pool("starting", 1);
    try {
      Future<RecordStore> opened = pool.submit(() -> bench.openAtOnce(starting));
      RecordStore store = opened.get(bench.service().recovery().toMillis(), TimeUnit.MILLISECONDS);
      started.countDown();
      Waiting.until("the store answers", bench.service().recovery(), () -> Bench.answers(store));
    } finally {
      started.countDown();
      pool.shutdownNow();
    }
  }

  @Test
  default void an_interrupted_caller_gets_the_truth_and_keeps_its_interrupt(Bench bench)
      throws Exception {
    RecordStore store = bench.open("n1");
    RecordKey key = group("interrupted");
    ExecutorService pool = Threads.pool("interrupted", 1);
    try {
      PutOutcome outcome = pool.submit(() -> putInterrupted(store, key)).get();
      assertThat(outcome).isInstanceOfAny(PutOutcome.Unknown.class, PutOutcome.Stored.class);
      pool.submit(() -> readInterrupted(store, key)).get();
      if (outcome instanceof PutOutcome.Stored) {
        assertThat(Records.text(store, key)).isEqualTo("interrupted");
      }
    } finally {
      pool.shutdownNow();
    }
    Records.write(store, key, "after");
  }

  private static PutOutcome putInterrupted(RecordStore store, RecordKey key) {
    Thread.currentThread().interrupt();
    PutOutcome outcome = store.put(key, RecordVersion.ABSENT, bytes("interrupted"));
    assertThat(Thread.interrupted()).as("the flag after a write").isTrue();
    return outcome;
  }

  private static Void readInterrupted(RecordStore store, RecordKey key) throws StoreException {
    Thread.currentThread().interrupt();
    try {
      store.read(key);
      assertThat(Thread.interrupted()).as("the flag after an answer").isTrue();
    } catch (InterruptedException asPromised) {
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
      Thread.currentThread().interrupt();
    }
    Thread.interrupted();
    return null;
  }

  @Test
  default void a_caller_interrupted_while_it_waits_is_let_go_at_once(Bench bench) throws Exception {
    Wire wire = bench.wire("n1");
    RecordStore store = bench.open("n1");
    RecordKey key = group("waiting");
    RecordVersion version = created(store, key, "before");
    wire.freeze();
    Caller write = Caller.start(() -> store.put(key, version, bytes("x")));
    write.interruptWhenWaiting();
    assertThat(write.answer()).isInstanceOf(PutOutcome.Unknown.class);
    assertThat(write.wasInterruptedAfter()).isTrue();
    Caller read = Caller.start(() -> store.read(key));
    read.interruptWhenWaiting();
    assertThat(read.answer()).isInstanceOf(InterruptedException.class);
  }

  @Test
  default void a_closed_store_certainly_does_nothing(Bench bench) throws Exception {
    RecordStore store = bench.open("n1");
    RecordStore witness = bench.open("n2");
    RecordKey key = group("closed");
    RecordVersion version = created(store, key, "before");
    store.close();
    store.close();
    assertThat(store.put(key, version, bytes("x"))).isInstanceOf(PutOutcome.Refused.class);
    assertThat(store.remove(key, version)).isInstanceOf(PutOutcome.Refused.class);
    assertThatThrownBy(() -> store.read(key)).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> store.list()).isInstanceOf(StoreException.class);
    assertThat(store.status()).isNotNull();
    assertThat(witness.read(key).orElseThrow().version()).isEqualTo(version);
  }

  @Test
  default void closing_lets_go_whoever_waits(Bench bench) throws Exception {
    Wire wire = bench.wire("n1");
    RecordStore store = bench.open("n1");
    RecordKey key = group("waiting");
    RecordVersion version = created(store, key, "before");
    wire.freeze();
    List<Future<?>> waiting = new ArrayList<>();
    ExecutorService pool = Threads.pool("waiting", 3);
    try {
      waiting.add(pool.submit(() -> store.put(key, version, bytes("x"))));
      waiting.add(pool.submit(() -> Bench.answers(store)));
      waiting.add(pool.submit(() -> Bench.answers(store)));
      Stopwatch.within(Duration.ofSeconds(5), store::close);
      for (Future<?> one : waiting) {
        assertThat(one.get(5, TimeUnit.SECONDS)).isNotInstanceOf(PutOutcome.Stored.class);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  default void closing_gives_back_every_thread_and_every_socket(Bench bench) throws Exception {
    useAndClose(bench);
    Leaks leaks = Leaks.sinceNow();
    List<Surroundings> used = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      used.add(useAndClose(bench));
    }
    Duration patience = bench.service().recovery();
    Waiting.until("threads end: " + leaks.threads(), patience, () -> leaks.threads().isEmpty());
    for (Surroundings each : used) {
      assertThat(each.threadsMade()).noneMatch(Thread::isAlive);
    }
    Waiting.until("sockets are closed", patience, () -> leaks.sockets() <= 0);
    Waiting.until("the service's connections end", patience, () -> bench.connections() == 0);
  }

  private static Surroundings useAndClose(Bench bench) throws Exception {
    Surroundings surroundings = bench.surroundings("n1");
    RecordStore store = bench.open(surroundings);
    boolean unused = store.watch(key -> {});
    Records.write(store, group("used"), "x");
    store.list();
    store.close();
    return surroundings;
  }
}
