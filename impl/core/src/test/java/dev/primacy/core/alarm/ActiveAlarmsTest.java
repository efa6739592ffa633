package dev.primacy.core.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.control.Alarm;
import dev.primacy.control.AlarmKind;
import dev.primacy.core.gate.Clocks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ActiveAlarmsTest implements Clocks {
  private long millis = 1000;
  private int wakeUps;
  private final ActiveAlarms alarms = new ActiveAlarms(this, () -> wakeUps++);

  @Override
  public long nanos() {
    return millis * 1_000_000;
  }

  @Override
  public long millis() {
    return millis;
  }

  @Test
  @DisplayName("S2.39: an alarm is raised once, listed while it is active, and cleared once")
  void an_alarm_is_raised_once_listed_and_cleared_once() {
    alarms.raise(AlarmKind.HA_PRIMARY_DOWN, "ledger", "n1 fell silent");
    millis = 2000;
    alarms.raise(AlarmKind.HA_PRIMARY_DOWN, "ledger", "still so");
    alarms.raise(AlarmKind.HA_QUORUM_LOST, "memory", "no answer");
    Alarm first =
        new Alarm(
            AlarmKind.HA_PRIMARY_DOWN, "ledger", "n1 fell silent", Instant.ofEpochMilli(1000));
    assertThat(alarms.active()).hasSize(2).first().isEqualTo(first);
    assertThat(alarms.take()).extracting(ActiveAlarms.Change::raised).containsExactly(true, true);

    alarms.clear(AlarmKind.HA_PRIMARY_DOWN, "ledger");
    alarms.clear(AlarmKind.HA_PRIMARY_DOWN, "ledger");
    alarms.clear(AlarmKind.OBSERVER_STALLED, "never raised");
    assertThat(alarms.active()).extracting(Alarm::kind).containsExactly(AlarmKind.HA_QUORUM_LOST);
    assertThat(alarms.take()).containsExactly(new ActiveAlarms.Change(first, false));
    assertThat(alarms.take()).isEmpty();
    assertThat(wakeUps).isEqualTo(2);
  }

  @Test
  void what_was_over_before_it_could_be_told_is_not_told() {
    alarms.raise(AlarmKind.HA_QUORUM_LOST, "memory", "no answer");
    alarms.clear(AlarmKind.HA_QUORUM_LOST, "memory");
    assertThat(alarms.take()).isEmpty();
    alarms.raise(AlarmKind.HA_QUORUM_LOST, "memory", "no answer");
    assertThat(alarms.take()).hasSize(1);
  }

  @Test
  void one_that_was_cleared_and_raised_again_is_told_as_two() {
    alarms.raise(AlarmKind.HA_QUORUM_LOST, "memory", "first");
    alarms.take();
    alarms.clear(AlarmKind.HA_QUORUM_LOST, "memory");
    alarms.raise(AlarmKind.HA_QUORUM_LOST, "memory", "second");
    assertThat(alarms.take())
        .extracting(change -> change.alarm().text() + " " + change.raised())
        .containsExactly("first false", "second true");
  }

  @Test
  void whatever_happens_raised_and_cleared_come_in_pairs_and_add_up() {
    SplittableRandom random = new SplittableRandom(5);
    List<String> told = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      String subject = "g" + random.nextInt(3);
      if (random.nextBoolean()) {
        alarms.raise(AlarmKind.HA_PRIMARY_DOWN, subject, "text " + i);
      } else {
        alarms.clear(AlarmKind.HA_PRIMARY_DOWN, subject);
      }
      if (random.nextInt(3) == 0) {
        for (ActiveAlarms.Change change : alarms.take()) {
          boolean listed = told.contains(change.alarm().subject());
          assertThat(change.raised()).as("seed 5, step " + i).isNotEqualTo(listed);
          if (!told.remove(change.alarm().subject())) {
            told.add(change.alarm().subject());
          }
        }
        assertThat(told)
            .containsExactlyInAnyOrderElementsOf(
                alarms.active().stream().map(Alarm::subject).toList());
      }
    }
  }
}
