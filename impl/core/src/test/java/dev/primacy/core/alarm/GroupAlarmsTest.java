package dev.primacy.core.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GroupAlarmsTest {
  private static final long SECOND = 1_000_000_000L;

  /** Close to where a monotonic clock wraps. */
  private final long start = beforeItWraps(4);

  private final NotedAlarms board = new NotedAlarms();
  private final GroupAlarms alarms =
      new GroupAlarms(board, Duration.ofSeconds(8), Duration.ofSeconds(12));

  private static long beforeItWraps(int seconds) {
    return Long.MAX_VALUE - seconds * SECOND;
  }

  @Test
  @DisplayName("S2.39: no primary for longer than a failover is an alarm that says how it went")
  void a_group_without_a_primary_for_longer_than_a_failover_is_an_alarm() {
    alarms.joined("ledger", start);
    alarms.primary("ledger", start + SECOND);
    alarms.look(start + 60 * SECOND);
    assertThat(board.noted).isEmpty();

    alarms.noPrimary("ledger", "n1 fell silent", start + 60 * SECOND);
    alarms.noPrimary("ledger", "nobody holds it", start + 64 * SECOND);
    alarms.look(start + 68 * SECOND - 1);
    assertThat(board.noted).isEmpty();
    alarms.look(start + 68 * SECOND);
    alarms.look(start + 99 * SECOND);
    assertThat(board.noted).containsExactly("raised ha-primary-down ledger");
    assertThat(board.active.get("ha-primary-down ledger"))
        .isEqualTo("group ledger has no primary: n1 fell silent");

    alarms.primary("ledger", start + 100 * SECOND);
    alarms.look(start + 200 * SECOND);
    assertThat(board.noted)
        .containsExactly("raised ha-primary-down ledger", "cleared ha-primary-down ledger");
  }

  @Test
  void a_failover_in_time_is_no_alarm() {
    alarms.joined("ledger", start);
    alarms.look(start + 7 * SECOND);
    alarms.primary("ledger", start + 7 * SECOND);
    alarms.noPrimary("ledger", "n1 gave it up", start + 10 * SECOND);
    alarms.look(start + 12 * SECOND);
    alarms.primary("ledger", start + 12 * SECOND);
    alarms.look(start + 60 * SECOND);
    assertThat(board.noted).isEmpty();
  }

  @Test
  void a_group_that_never_had_a_primary_is_an_alarm_only_where_one_comes_by_itself() {
    alarms.joined("ledger", start);
    alarms.look(start + 9 * SECOND);
    assertThat(board.active.get("ha-primary-down ledger")).contains("none was seen");
    alarms.left("ledger");
    assertThat(board.active).isEmpty();
    // one whose primary is told to be is not announced by joined
    alarms.look(start + 60 * SECOND);
    assertThat(board.active).isEmpty();
  }

  @Test
  @DisplayName("S2.39: a secondary that fell silent is an alarm until its name is back")
  void a_secondary_that_went_without_a_word_is_an_alarm_until_its_name_is_back() {
    alarms.nodeGone("ledger", "n2", "fell silent");
    assertThat(board.noted).as("somebody else is the primary").isEmpty();

    alarms.held("ledger");
    alarms.nodeGone("ledger", "n2", "fell silent");
    alarms.nodeGone("ledger", "n2", "fell silent");
    alarms.nodeGone("audit", "n2", "fell silent");
    assertThat(alarms.missesNodes()).isTrue();
    alarms.nodeSeen("ledger", "n3");
    alarms.nodeSeen("audit", "n2");
    assertThat(board.noted).containsExactly("raised ha-secondary-down ledger/n2");
    assertThat(board.active.get("ha-secondary-down ledger/n2"))
        .isEqualTo("node n2 of group ledger fell silent");

    alarms.nodeSeen("ledger", "n2");
    assertThat(board.active).isEmpty();
    assertThat(alarms.missesNodes()).isFalse();
  }

  @Test
  void who_is_primary_no_more_misses_nobody() {
    alarms.held("ledger");
    alarms.held("audit");
    alarms.nodeGone("ledger", "n2", "fell silent");
    alarms.nodeGone("ledger", "n3", "fell silent");
    alarms.nodeGone("audit", "n2", "was declared dead");
    alarms.heldNoMore("ledger");
    assertThat(board.active).containsOnlyKeys("ha-secondary-down audit/n2");
    alarms.nothingHeld();
    assertThat(board.active).isEmpty();
  }

  @Test
  void nodes_that_never_come_back_do_not_pile_up() {
    alarms.held("ledger");
    for (int i = 0; i < 5000; i++) {
      alarms.nodeGone("ledger", "pod-" + i, "fell silent");
    }
    assertThat(board.active)
        .hasSize(4096)
        .doesNotContainKey("ha-secondary-down ledger/pod-0")
        .containsKey("ha-secondary-down ledger/pod-4999");
  }

  @Test
  @DisplayName("S2.39: a conflict is over after one undisputed primary for two leases")
  void a_conflict_is_over_when_one_primary_went_undisputed_for_long_enough() {
    alarms.primary("ledger", start);
    alarms.contested("ledger", "the store shows term 3", start + SECOND);
    alarms.look(start + 12 * SECOND);
    alarms.primary("ledger", start + 12 * SECOND);
    alarms.look(start + 13 * SECOND);
    assertThat(board.active).as("another primary: counted anew").hasSize(1);
    alarms.noPrimary("ledger", "n1 gave it up", start + 20 * SECOND);
    alarms.look(start + 27 * SECOND);
    alarms.primary("ledger", start + 27 * SECOND);
    alarms.look(start + 39 * SECOND - 1);
    assertThat(board.noted).containsExactly("raised conflicting-primaries ledger");
    alarms.look(start + 39 * SECOND);
    assertThat(board.noted)
        .containsExactly(
            "raised conflicting-primaries ledger", "cleared conflicting-primaries ledger");
  }
}
