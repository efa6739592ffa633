package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GuardTimesTest {
  @Test
  void both_ways_to_write_a_duration_are_understood() {
    assertThat(GuardTimes.nanos("")).hasValue(0);
    assertThat(GuardTimes.nanos("500ms")).hasValue(500_000_000);
    assertThat(GuardTimes.nanos(" 2s ")).hasValue(2_000_000_000);
    assertThat(GuardTimes.nanos("1m")).hasValue(60_000_000_000L);
    assertThat(GuardTimes.nanos("PT2S")).hasValue(2_000_000_000);
  }

  @Test
  void anything_else_is_none() {
    for (String text : List.of("2", "s", "-1s", "PT-1S", "soon", "PT99999999999H")) {
      assertThat(GuardTimes.nanos(text)).as(text).isEmpty();
    }
  }
}
