package dev.primacy.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.MissedFirings;
import dev.primacy.core.schedule.DueFirings.Choice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which firing is started, of those that are due. */
class DueFiringsTest {
  private static final Timetable SECONDS = new EveryTimetable(Duration.ofSeconds(1));

  @ParameterizedTest
  @EnumSource
  void nothing_is_due_before_the_next_instant(MissedFirings missed) {
    assertThat(due(missed).choose(at(5), at(5), at(5).plusMillis(999))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void what_falls_due_while_somebody_could_start_it_is_on_time(MissedFirings missed) {
    Optional<Choice> choice = due(missed).choose(at(5), at(5), at(6).plusMillis(3));
    assertThat(choice).contains(new Choice(at(6), false, null, at(6)));
  }

  @Test
  void missed_firings_are_skipped_up_to_the_last_one() {
    assertThat(due(MissedFirings.SKIP).choose(at(5), at(9), at(9).plusMillis(1)))
        .contains(new Choice(null, false, at(6), at(9)));
  }

  @Test
  void a_firing_after_missed_ones_is_on_time() {
    assertThat(due(MissedFirings.SKIP).choose(at(5), at(8), at(9)))
        .contains(new Choice(at(9), false, at(6), at(9)));
  }

  @Test
  void the_latest_missed_firing_stands_for_all() {
    assertThat(due(MissedFirings.ONCE).choose(at(5), at(9), at(9)))
        .contains(new Choice(at(9), true, at(6), at(9)));
    assertThat(due(MissedFirings.ONCE).choose(at(5), at(6), at(6)))
        .contains(new Choice(at(6), true, null, at(6)));
  }

  @Test
  void all_missed_firings_are_started_from_the_first_one() {
    assertThat(due(MissedFirings.ALL).choose(at(5), at(9), at(9)))
        .contains(new Choice(at(6), true, null, at(6)));
  }

  @Test
  void of_too_many_missed_firings_the_latest_hundred_are_started() {
    assertThat(due(MissedFirings.ALL).choose(at(0), at(100), at(100)))
        .contains(new Choice(at(1), true, null, at(1)));
    assertThat(due(MissedFirings.ALL).choose(at(0), at(101), at(101)))
        .contains(new Choice(at(2), true, at(1), at(2)));
    assertThat(due(MissedFirings.ALL).choose(at(0), at(50_000), at(50_000)))
        .contains(new Choice(at(49_901), true, at(1), at(49_901)));
  }

  @Test
  void millions_of_missed_firings_are_found_in_few_steps() {
    List<Instant> asked = new ArrayList<>();
    Timetable counting =
        after -> {
          asked.add(after);
          return SECONDS.next(after);
        };
    Instant now = Instant.EPOCH.plus(Duration.ofDays(3650));
    Optional<Choice> choice =
        new DueFirings(counting, MissedFirings.ONCE).choose(at(0), now, now.plusMillis(5));
    assertThat(choice).contains(new Choice(now, true, at(1), now));
    assertThat(asked).hasSizeLessThan(60);
  }

  @Test
  void after_the_last_instant_of_all_nothing_is_due() {
    DueFirings due = new DueFirings(after -> Optional.empty(), MissedFirings.ALL);
    assertThat(due.choose(at(0), at(9), at(9))).isEmpty();
  }

  @Test
  void the_latest_one_is_found_in_any_timetable() {
    SplittableRandom random = new SplittableRandom(42);
    for (int run = 0; run < 300; run++) {
      NavigableSet<Instant> instants = new TreeSet<>();
      int count = random.nextInt(1, 40);
      for (int i = 0; i < count; i++) {
        instants.add(Instant.ofEpochMilli(random.nextInt(1, 100_000)));
      }
      Timetable table = after -> Optional.ofNullable(instants.higher(after));
      Instant now = Instant.ofEpochMilli(random.nextInt(1, 100_000));
      Optional<Instant> found =
          new DueFirings(table, MissedFirings.ONCE)
              .choose(Instant.EPOCH, now, now)
              .map(Choice::firing);
      assertThat(found).as("run %d", run).isEqualTo(Optional.ofNullable(instants.floor(now)));
    }
  }

  @Test
  void periods_are_counted_from_1970_on_every_node() {
    Timetable table = new EveryTimetable(Duration.ofSeconds(10));
    assertThat(table.next(at(12))).contains(at(20));
    assertThat(table.next(at(20))).contains(at(30));
    assertThat(table.next(at(-5))).contains(at(0));
  }

  private static DueFirings due(MissedFirings missed) {
    return new DueFirings(SECONDS, missed);
  }

  private static Instant at(long second) {
    return Instant.ofEpochSecond(second);
  }
}
