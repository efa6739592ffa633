package dev.primacy.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.core.gate.Clocks;
import dev.primacy.core.vitals.LeaseThread;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the lease thread tells of itself. */
class LeaseLoopTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final CountDownLatch hang = new CountDownLatch(1);
  private final LeaseLoop loop = new LeaseLoop(new ByHand(), defect -> {}, Execution.SYSTEM);

  private final class ByHand implements Clocks {
    @Override
    public long nanos() {
      return nanos.get();
    }

    @Override
    public long millis() {
      return 0;
    }
  }

  private static final class Idle implements LeaseLoop.Body {
    @Override
    public void turn() {}

    @Override
    public long waitNanos() {
      return Long.MAX_VALUE;
    }
  }

  @AfterEach
  void stop() throws InterruptedException {
    hang.countDown();
    loop.stop();
    loop.awaitEnd(LONG);
  }

  private LeaseThread pulse() {
    return loop.pulse().orElseThrow();
  }

  @Test
  void a_step_that_hangs_makes_it_late_and_one_that_ends_does_not() {
    assertThat(loop.pulse()).isEmpty();
    loop.start(new Idle(), Thread::new);
    CountDownLatch begun = new CountDownLatch(1);
    loop.post(
        () -> {
          begun.countDown();
          awaitQuietly();
        });
    await().atMost(LONG).until(() -> begun.getCount() == 0);
    nanos.addAndGet(Duration.ofSeconds(3).toNanos());
    assertThat(pulse().late()).isEqualTo(Duration.ofSeconds(3));
    hang.countDown();
    await().atMost(LONG).until(() -> pulse().late().isZero());
    assertThat(pulse().ended()).isFalse();
  }

  private void awaitQuietly() {
    try {
      hang.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void a_thread_that_is_gone_has_ended() {
    loop.start(new Idle(), Thread::new);
    loop.stop();
    await().atMost(LONG).until(() -> pulse().ended());
  }
}
