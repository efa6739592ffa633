package dev.primacy.core.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InactivityTimerTest {
  private static final long SECOND = 1_000_000_000L;
  private final long start = beforeItWraps(7);

  private final InactivityTimer timer = new InactivityTimer(Duration.ofSeconds(6), start);

  private static long beforeItWraps(int seconds) {
    return Long.MAX_VALUE - seconds * SECOND;
  }

  @Test
  @DisplayName("AT-5.4, S5.13: without traffic it is time at 6 s and at 12 s")
  void without_traffic_it_is_time_again_and_again() {
    assertThat(timer.isDue(start + 6 * SECOND - 1)).isFalse();
    assertThat(timer.remaining(start + 5 * SECOND)).isEqualTo(Duration.ofSeconds(1));
    assertThat(timer.isDue(start + 6 * SECOND)).isTrue();
    assertThat(timer.isDue(start + 6 * SECOND)).isFalse();
    assertThat(timer.isDue(start + 12 * SECOND - 1)).isFalse();
    assertThat(timer.isDue(start + 12 * SECOND)).isTrue();
  }

  @Test
  @DisplayName("AT-5.4, S5.13: an event at 5 s moves the next check to 11 s")
  void an_event_moves_the_next_check() {
    timer.told(start + 5 * SECOND);
    timer.told(start + 2 * SECOND);
    assertThat(timer.isDue(start + 11 * SECOND - 1)).isFalse();
    assertThat(timer.isDue(start + 11 * SECOND)).isTrue();
    assertThat(timer.remaining(start + 20 * SECOND)).isEqualTo(Duration.ZERO);
  }
}
