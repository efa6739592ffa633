package dev.primacy.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.FencingToken;
import dev.primacy.Firing;
import dev.primacy.Membership;
import dev.primacy.MissedFirings;
import dev.primacy.core.gate.SystemClocks;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.core.runtime.PrimacyRuntimes;
import dev.primacy.core.runtime.RuntimeSetup;
import dev.primacy.core.schedule.ClaimOutcome;
import dev.primacy.core.schedule.EveryTimetable;
import dev.primacy.core.schedule.FiringClaims;
import dev.primacy.core.schedule.ScheduleCycle;
import dev.primacy.core.schedule.SchedulePlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Turns go on, whatever happens in one. */
class PacerTest {
  private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(2);
  private final PrimacyRuntime alone = PrimacyRuntimes.create(RuntimeSetup.of("pacer"));
  private final List<Instant> runs = new CopyOnWriteArrayList<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final Pacer pacer = pacer();

  private Pacer pacer() {
    SchedulePlan plan =
        new SchedulePlan(
            "tick",
            alone.defaultGroup().orElseThrow(),
            new EveryTimetable(Duration.ofSeconds(1)),
            MissedFirings.ONCE);
    ScheduleCycle cycle =
        new ScheduleCycle(
            plan,
            alone.gate(plan.group()),
            new Defective(FiringClaims.local()),
            SystemClocks.INSTANCE,
            (firing, admission) -> run(firing),
            new LoggedSchedule(plan));
    return new Pacer(plan, cycle, threads);
  }

  private void run(Firing firing) {
    runs.add(firing.scheduled());
  }

  /** Fails the first two times it is asked. */
  private final class Defective implements FiringClaims {
    private final FiringClaims claims;

    Defective(FiringClaims claims) {
      this.claims = claims;
    }

    @Override
    public ClaimOutcome begin(Optional<FencingToken> token, Instant now) {
      switch (asked.getAndIncrement()) {
        case 0 -> throw new IllegalStateException("planted");
        case 1 -> throw new StackOverflowError("planted");
        default -> {
          return claims.begin(token, now);
        }
      }
    }

    @Override
    public ClaimOutcome claim(Optional<FencingToken> token, Instant firing) {
      return claims.claim(token, firing);
    }
  }

  @AfterEach
  void end() {
    pacer.stop();
    threads.shutdownNow();
    alone.close();
  }

  @Test
  void a_defect_and_an_error_do_not_end_a_schedule() {
    assertThat(alone.membership(pacer.plan().group())).isInstanceOf(Membership.class);
    for (int i = 0; i < 5; i++) {
      pacer.wake();
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> runs.size() >= 2);
    assertThat(asked).hasValueGreaterThanOrEqualTo(3);
    assertThat(List.copyOf(runs)).doesNotHaveDuplicates();
  }

  @Test
  void no_turn_begins_after_the_end() {
    pacer.stop();
    pacer.wake();
    threads.shutdown();
    assertThat(threads.getTaskCount()).isZero();
    assertThat(asked).hasValue(0);
  }
}
