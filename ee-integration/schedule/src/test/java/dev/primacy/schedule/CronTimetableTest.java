package dev.primacy.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.core.schedule.Timetable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTimetableTest {
  private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 0/5 * * * ?    | 2026-11-22T10:02:03Z | 2026-11-22T10:05:00Z",
        "* * * * * ?      | 2026-11-22T10:02:03Z | 2026-11-22T10:02:04Z",
        "0 0 2 * * ?      | 2026-11-22T02:00:00Z | 2026-11-23T02:00:00Z",
        "0 0 2 ? * MON    | 2026-11-22T10:00:00Z | 2026-11-23T02:00:00Z",
        "0 0 0 L * ?      | 2026-11-22T10:00:00Z | 2026-11-30T00:00:00Z",
        "0 0 0 1 1 ? 2030 | 2026-11-22T10:00:00Z | 2030-01-01T00:00:00Z",
        "*/15 * * * *     | 2026-11-22T10:02:03Z | 2026-11-22T10:15:00Z",
        "0 2 * * mon      | 2026-11-22T10:00:00Z | 2026-11-23T02:00:00Z"
      })
  void expressions_of_quartz_and_of_unix_are_read(String cron, Instant after, Instant next) {
    assertThat(CronTimetable.of(cron, ZoneOffset.UTC).next(after)).contains(next);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "every day", "0 0 99 * * ?", "* * *", "0 0 0 1 1 ? 2030 8"})
  void others_are_not(String cron) {
    assertThatThrownBy(() -> CronTimetable.of(cron, ZoneOffset.UTC))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_time_zone_is_heeded() {
    Timetable daily = CronTimetable.of("0 0 2 * * ?", PRAGUE);
    assertThat(daily.next(Instant.parse("2026-11-22T10:00:00Z")))
        .contains(Instant.parse("2026-11-23T01:00:00Z"));
  }

  @Test
  void a_last_time_is_the_last() {
    Timetable once = CronTimetable.of("0 0 0 1 1 ? 2030", ZoneOffset.UTC);
    assertThat(once.next(Instant.parse("2030-01-01T00:00:00Z"))).isEqualTo(Optional.empty());
  }

  @Test
  void where_an_hour_is_left_out_a_daily_time_within_it_comes_once_or_not_at_all() {
    Timetable daily = CronTimetable.of("0 30 2 * * ?", PRAGUE);
    List<Instant> times = times(daily, "2027-03-26T12:00:00Z", 4);
    assertThat(times).isSorted().doesNotHaveDuplicates();
    assertThat(times).contains(Instant.parse("2027-03-27T01:30:00Z"));
    assertThat(times).contains(Instant.parse("2027-03-29T00:30:00Z"));
  }

  @Test
  void where_an_hour_comes_twice_each_is_a_time_of_its_own() {
    Timetable frequent = CronTimetable.of("0 0/20 * * * ?", PRAGUE);
    List<Instant> times = times(frequent, "2027-10-30T23:50:00Z", 9);
    List<Instant> expected = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      expected.add(Instant.parse("2027-10-31T00:00:00Z").plusSeconds(1_200L * i));
    }
    assertThat(times).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Europe/Prague", "America/Santiago", "Australia/Lord_Howe", "Africa/Cairo"})
  void two_years_of_hours_are_in_order_in_every_zone(String zone) {
    Timetable hourly = CronTimetable.of("0 15 0/6 * * ?", ZoneId.of(zone));
    List<Instant> times = times(hourly, "2026-01-01T00:00:00Z", 2_900);
    assertThat(times).isSorted().doesNotHaveDuplicates();
  }

  private static List<Instant> times(Timetable table, String from, int count) {
    List<Instant> times = new ArrayList<>();
    Instant at = Instant.parse(from);
    for (int i = 0; i < count; i++) {
      at = table.next(at).orElseThrow();
      times.add(at);
    }
    return times;
  }
}
