package dev.primacy.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.watch.MonitorOptions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private static final long SECOND = 1_000_000_000L;
  private static final MonitorOptions SIX = MonitorOptions.of(Map.of("inactivity-timeout", "PT6S"));

  /** So that the clock wraps meanwhile. */
  private final long start = Long.MAX_VALUE - 7 * SECOND;

  private long at(int seconds) {
    return start + seconds * SECOND;
  }

  private Patience started(MonitorOptions options) {
    Patience patience = new Patience(options, start);
    assertThat(patience.isLookDue(start)).as("the first look, at once").isTrue();
    patience.looked(start);
    return patience;
  }

  @Test
  @DisplayName("AT-5.4, S5.13: without news it looks at 6 s and at 12 s")
  void without_news_it_looks_again_and_again() {
    Patience patience = started(SIX);
    assertThat(patience.isLookDue(at(6) - 1)).isFalse();
    assertThat(patience.waitNanos(at(4))).isEqualTo(2 * SECOND);
    assertThat(patience.isLookDue(at(6))).isTrue();
    patience.looked(at(6));
    assertThat(patience.isLookDue(at(12) - 1)).isFalse();
    assertThat(patience.isLookDue(at(12))).isTrue();
  }

  @Test
  @DisplayName("AT-5.4, S5.13: news at 5 s move the next look to 11 s")
  void news_move_the_next_look() {
    Patience patience = started(SIX);
    patience.told(at(5));
    assertThat(patience.isLookDue(at(11) - 1)).isFalse();
    assertThat(patience.isLookDue(at(11))).isTrue();
  }

  @Test
  @DisplayName(
      "S5.16, S5.17: a look that is not answered is repeated, ever less often, without end")
  void an_unanswered_look_is_repeated_ever_less_often() {
    Patience patience = started(SIX);
    long now = at(6);
    assertThat(patience.isLookDue(now)).isTrue();
    assertThat(patience.unanswered(now)).as("said once").isTrue();
    long pause = SECOND / 2;
    for (int failures = 0; failures < 20; failures++) {
      assertThat(patience.waitNanos(now)).isEqualTo(pause);
      assertThat(patience.isLookDue(now + pause - 1)).isFalse();
      now += pause;
      assertThat(patience.isLookDue(now)).isTrue();
      assertThat(patience.unanswered(now)).isFalse();
      assertThat(patience.isOver(now)).isFalse();
      pause = Math.min(pause * 2, 30 * SECOND);
    }
    patience.looked(now);
    assertThat(patience.waitNanos(now)).isLessThanOrEqualTo(6 * SECOND);
    assertThat(patience.unanswered(now)).as("a new silence").isTrue();
  }

  @Test
  @DisplayName("S5.17: it ends when the store answered nobody on this node for reconnect-within")
  void it_ends_after_silence() {
    Patience patience = started(SIX.withReconnectWithin(Duration.ofSeconds(3)));
    assertThat(patience.waitNanos(at(1))).isEqualTo(2 * SECOND);
    patience.answered(OptionalLong.of(at(2)));
    patience.answered(OptionalLong.of(at(1)));
    patience.answered(OptionalLong.empty());
    assertThat(patience.isOver(at(5) - 1)).isFalse();
    assertThat(patience.isOver(at(5))).isTrue();
  }

  @Test
  void times_that_no_clock_can_count_are_borne() {
    Duration ages = Duration.ofSeconds(Long.MAX_VALUE);
    Patience patience =
        started(new MonitorOptions(ages, SIX.decodeFailureMode(), Optional.of(ages)));
    assertThat(patience.isLookDue(at(1_000))).isFalse();
    assertThat(patience.isOver(at(1_000))).isFalse();
    assertThat(patience.waitNanos(at(1_000))).isPositive();
  }
}
