package dev.primacy.faults.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.FencingToken;
import dev.primacy.faults.history.Arrival;
import dev.primacy.faults.history.Episode;
import dev.primacy.faults.history.History;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How long a fault was felt. */
class GapsTest {
  private static final UUID SCOPE = UUID.randomUUID();
  private static final Episode FAULT =
      new Episode("kill", millis(100), millis(200), OptionalLong.of(millis(900)), millis(1000));

  private static long millis(long time) {
    return TimeUnit.MILLISECONDS.toNanos(time);
  }

  private static Arrival write(String process, long at, boolean accepted) {
    long term = process.equals("n1.1") ? 1 : 2;
    return new Arrival("w" + at, process, new FencingToken(SCOPE, term), accepted, millis(at));
  }

  private static Gaps of(Arrival... writes) {
    return Gaps.of(new History(List.copyOf(Stream.of(writes).toList())));
  }

  @Test
  void the_longest_time_without_a_write_spans_the_fault() {
    Gaps gaps =
        of(
            write("n1.1", 10, true),
            write("n1.1", 95, true),
            write("n2.1", 595, true),
            write("n2.1", 995, true),
            write("n2.1", 5995, true));
    assertThat(gaps.longest(FAULT)).isEqualTo(500);
    assertThat(gaps.takeover(FAULT)).hasValue(495);
  }

  @Test
  void a_write_that_the_resource_refused_is_none() {
    Gaps gaps = of(write("n1.1", 95, true), write("n2.1", 300, false), write("n2.1", 595, true));
    assertThat(gaps.longest(FAULT)).isEqualTo(500);
  }

  @Test
  void nobody_takes_over_from_a_primary_that_goes_on() {
    Gaps gaps = of(write("n1.1", 95, true), write("n1.1", 125, true), write("n1.1", 905, true));
    assertThat(gaps.takeover(FAULT)).isEmpty();
  }
}
