package dev.primacy.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.core.elector.Input;
import dev.primacy.core.elector.Request;
import dev.primacy.core.gate.SystemClocks;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoreCallsTest {
  private static final RecordKey OWN = new RecordKey(RecordKind.NODE, "own");
  private static final RecordKey OTHER = new RecordKey(RecordKind.NODE, "other");
  private static final RecordKey GROUP = new RecordKey(RecordKind.GROUP, "ledger");

  private final CountDownLatch stuck = new CountDownLatch(1);
  private final AtomicInteger interrupted = new AtomicInteger();
  private final AtomicInteger waitingForTheStore = new AtomicInteger();
  private final List<Input> answers = new CopyOnWriteArrayList<>();
  private volatile boolean throwing;
  private volatile boolean silent;

  private final StoreCalls calls =
      new StoreCalls(
          StuckStore::new,
          SystemClocks.INSTANCE,
          Duration.ofMillis(100),
          StoreCallsTest::pool,
          new Scribe(Thread::new),
          (asker, answer) -> answers.add(answer));

  /** Answers writes of the own record at once, and nothing else before it is let go. */
  private final class StuckStore implements RecordStore {
    @Override
    public Optional<StoredRecord> read(RecordKey key) {
      waitInVain();
      return Optional.empty();
    }

    @Override
    public List<StoredRecord> list() {
      waitInVain();
      return List.of();
    }

    @Override
    public PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
      if (throwing) {
        throw new AssertionError("planted");
      }
      if (!key.equals(OWN)) {
        waitInVain();
      }
      return new PutOutcome.Stored(new RecordVersion("1"));
    }

    @Override
    public List<StoredRecord> putAndList(
        RecordKey key, RecordVersion expected, byte[] value, Consumer<PutOutcome> written)
        throws StoreException, InterruptedException {
      if (silent) {
        waitInVain();
        return List.of();
      }
      return RecordStore.super.putAndList(key, expected, value, written);
    }

    @Override
    public PutOutcome remove(RecordKey key, RecordVersion expected) {
      throw new IllegalStateException("planted");
    }

    private void waitInVain() {
      waitingForTheStore.incrementAndGet();
      try {
        stuck.await(20, TimeUnit.SECONDS);
      } catch (InterruptedException late) {
        interrupted.incrementAndGet();
        Thread.currentThread().interrupt();
      } finally {
        waitingForTheStore.decrementAndGet();
      }
    }

    @Override
    public void close() {
      // nothing is open
    }
  }

  @AfterEach
  void close() throws Exception {
    stuck.countDown();
    calls.close(Duration.ofSeconds(5));
  }

  private static Request put(RecordKey key) {
    return new Request.Put(key, RecordVersion.ABSENT, new byte[0]);
  }

  @Test
  void a_renewal_never_waits_for_anything_else() {
    for (int i = 1; i <= 10; i++) {
      calls.send(this, OWN, i, new Request.Read(GROUP));
      calls.send(this, OWN, 10 + i, put(GROUP));
      calls.send(this, OWN, 20 + i, put(OTHER));
    }
    calls.send(this, OWN, 99, put(OWN));
    await().until(() -> !answers.isEmpty());
    assertThat(answers)
        .containsExactly(new Input.Written(99, new PutOutcome.Stored(new RecordVersion("1"))));
  }

  @Test
  void what_is_not_answered_in_time_is_unknown_and_a_late_answer_is_dropped() {
    calls.send(this, OWN, 1, put(GROUP));
    calls.send(this, OWN, 2, new Request.Read(GROUP));
    await()
        .until(
            () -> {
              calls.expire();
              return answers.size() == 2;
            });
    assertThat(answers).anyMatch(answer -> answer.equals(new Input.NotFoundOut(2)));
    assertThat(answers)
        .anyMatch(
            answer ->
                answer instanceof Input.Written written
                    && written.request() == 1
                    && written.outcome() instanceof PutOutcome.Unknown);
    await().until(() -> interrupted.get() == 2);
    stuck.countDown();
    await().until(() -> calls.waitNanos() == Long.MAX_VALUE);
    assertThat(answers).hasSize(2);
  }

  @Test
  void writes_go_two_at_a_time_and_more_if_many_wait() {
    calls.send(this, OWN, 1, put(GROUP));
    calls.send(this, OWN, 2, put(GROUP));
    calls.send(this, OWN, 3, put(GROUP));
    await().until(() -> waitingForTheStore.get() == 2);
    for (int i = 4; i <= 20; i++) {
      calls.send(this, OWN, i, put(GROUP));
    }
    await().until(() -> waitingForTheStore.get() == 8);
  }

  @Test
  void an_engine_that_throws_is_answered_for_as_unknown() {
    calls.send(this, OWN, 1, new Request.Remove(GROUP, RecordVersion.ABSENT));
    throwing = true;
    calls.send(this, OWN, 2, put(OWN));
    await().until(() -> answers.size() == 2);
    assertThat(answers)
        .allMatch(
            answer ->
                answer instanceof Input.Written written
                    && written.outcome() instanceof PutOutcome.Unknown);
  }

  private static Request putAndList() {
    return new Request.PutAndList((Request.Put) put(OWN));
  }

  private void expireUntilAnswers(int count) {
    await()
        .until(
            () -> {
              calls.expire();
              return answers.size() == count;
            });
  }

  @Test
  void a_write_is_told_before_its_list_which_has_a_time_of_its_own() {
    calls.send(this, OWN, 1, putAndList());
    await().until(() -> answers.size() == 1);
    assertThat(answers)
        .containsExactly(new Input.Written(1, new PutOutcome.Stored(new RecordVersion("1"))));
    calls.send(this, OWN, 99, put(OWN));
    await().until(() -> answers.size() == 2);
    assertThat(answers.get(1)).isInstanceOf(Input.Written.class);
    expireUntilAnswers(3);
    assertThat(answers.get(2)).isEqualTo(new Input.NotFoundOut(2));
    await().until(() -> interrupted.get() == 1);
    stuck.countDown();
    await().until(() -> calls.waitNanos() == Long.MAX_VALUE);
    assertThat(answers).hasSize(3);
  }

  @Test
  void of_a_write_with_a_list_that_is_not_answered_both_are_given_up() {
    silent = true;
    calls.send(this, OWN, 1, putAndList());
    expireUntilAnswers(2);
    assertUnknownAndNotFoundOut();
  }

  private void assertUnknownAndNotFoundOut() {
    assertThat(answers.get(0))
        .isInstanceOfSatisfying(
            Input.Written.class,
            written -> {
              assertThat(written.request()).isEqualTo(1);
              assertThat(written.outcome()).isInstanceOf(PutOutcome.Unknown.class);
            });
    assertThat(answers.get(1)).isEqualTo(new Input.NotFoundOut(2));
  }

  @Test
  void an_engine_that_throws_before_it_told_of_the_write_is_answered_for() {
    throwing = true;
    calls.send(this, OWN, 1, putAndList());
    await().until(() -> answers.size() == 2);
    assertUnknownAndNotFoundOut();
  }

  private static ThreadPoolExecutor pool(int threads) {
    return Execution.SYSTEM.pool(
        threads, Duration.ofSeconds(60), Integer.MAX_VALUE, StoreCallsTest::quiet);
  }

  private static Thread quiet(Runnable task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((t, failure) -> {});
    return thread;
  }
}
