package dev.primacy.core.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.core.operate.RuleBook.Act;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule-based election, without a cluster. */
class RuleBookTest {
  private static final Duration INTERVAL = Duration.ofSeconds(5);
  private static final int ATTEMPTS = 4;

  private static final Facts ALONE = new Facts(true, false, false, false, false, 0, false);
  private static final Facts OTHER_LEADS = new Facts(true, false, false, true, false, 0, false);
  private static final Facts NOMINAL_LEADS = new Facts(true, false, false, true, true, 0, false);

  private long now = -42;

  private static Rules rules(
      NominalRole nominal, boolean assume, boolean join, boolean failover, boolean consensus) {
    return new Rules(nominal, assume, join, failover, INTERVAL, ATTEMPTS, false, consensus);
  }

  private static RuleBook secondary(boolean failover) {
    return new RuleBook(rules(NominalRole.SECONDARY, true, true, failover, true));
  }

  private static Facts leading(int secondaries, boolean imposed) {
    return new Facts(true, true, true, false, false, secondaries, imposed);
  }

  /** What it does in the end, when nothing changes but the time. */
  private String settles(RuleBook book, Facts facts) {
    List<Act> acts = new ArrayList<>();
    for (int look = 0; look < 2 * ATTEMPTS; look++) {
      Act act = book.look(facts, now);
      if (act != Act.NOTHING) {
        acts.add(act);
      }
      now += INTERVAL.toNanos();
    }
    return acts.toString();
  }

  @ParameterizedTest(name = "AT-2.10 assume={0} join={1} nominal={2}, primary there: {3} -> {4}")
  @DisplayName("AT-2.10, S2.40: the start-up table")
  @CsvSource({
    "true, false, PRIMARY, none, TAKE",
    "true, false, SECONDARY, nominal, FOLLOW",
    "true, false, SECONDARY, other, BE_NOTHING",
    "true, false, SECONDARY, none, BE_NOTHING",
    "true, false, NONE, nominal, BE_NOTHING",
    "false, true, PRIMARY, other, FOLLOW",
    "false, true, PRIMARY, none, BE_NOTHING",
    "false, true, SECONDARY, other, FOLLOW",
    "false, true, SECONDARY, none, BE_NOTHING",
    "false, true, NONE, other, BE_NOTHING",
    "true, true, PRIMARY, other, FOLLOW",
    "true, true, PRIMARY, none, TAKE",
    "true, true, SECONDARY, other, FOLLOW",
    "true, true, SECONDARY, none, BE_NOTHING",
    "true, true, NONE, other, BE_NOTHING",
    "false, false, PRIMARY, none, BE_NOTHING",
    "false, false, SECONDARY, other, BE_NOTHING",
    "false, false, NONE, none, BE_NOTHING"
  })
  void a_node_starts_as_the_table_says(
      boolean assume, boolean join, NominalRole nominal, String there, Act act) {
    RuleBook book = new RuleBook(rules(nominal, assume, join, true, true));
    Facts facts =
        switch (there) {
          case "nominal" -> NOMINAL_LEADS;
          case "other" -> OTHER_LEADS;
          default -> ALONE;
        };

    assertThat(settles(book, facts)).isEqualTo(List.of(act).toString());
  }

  @Test
  void nothing_is_decided_before_the_group_is_known() {
    RuleBook book = new RuleBook(rules(NominalRole.PRIMARY, true, true, false, true));

    assertThat(book.look(new Facts(false, false, false, false, false, 0, false), now))
        .isEqualTo(Act.NOTHING);
    assertThat(book.look(ALONE, now)).isEqualTo(Act.TAKE);
  }

  @Test
  @DisplayName("S2.40: who looks for a primary tries again after each interval, and follows late")
  void the_primary_is_looked_for_several_times() {
    RuleBook book = secondary(false);

    assertThat(book.look(ALONE, now)).isEqualTo(Act.NOTHING);
    now += 2 * INTERVAL.toNanos();
    assertThat(book.look(ALONE, now)).isEqualTo(Act.NOTHING);

    assertThat(book.look(OTHER_LEADS, now + 1)).isEqualTo(Act.FOLLOW);
  }

  @Test
  @DisplayName("S2.41, AT-2.11: the failover primary takes over after the attempts, not before")
  void the_failover_primary_uses_up_its_attempts() {
    RuleBook book = secondary(true);
    assertThat(book.look(OTHER_LEADS, now)).isEqualTo(Act.FOLLOW);
    assertThat(book.look(ALONE, now)).isEqualTo(Act.LOOK_FOR_PRIMARY);
    assertThat(book.isLooking()).isTrue();

    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      now += INTERVAL.toNanos();
      assertThat(book.look(ALONE, now - 1)).isEqualTo(Act.NOTHING);
      assertThat(book.look(ALONE, now)).isEqualTo(Act.NOTHING);
    }
    now += INTERVAL.toNanos();
    assertThat(book.nextLook()).isEqualTo(now);
    assertThat(book.look(ALONE, now - 1)).isEqualTo(Act.NOTHING);
    assertThat(book.look(ALONE, now)).isEqualTo(Act.TAKE_READ_ONLY);
  }

  @Test
  @DisplayName("S2.41: a primary that is back during the attempts is followed again")
  void a_primary_that_comes_back_is_followed() {
    RuleBook book = secondary(true);
    book.follows();
    assertThat(book.look(ALONE, now)).isEqualTo(Act.LOOK_FOR_PRIMARY);

    assertThat(book.look(OTHER_LEADS, now + 1)).isEqualTo(Act.FOLLOW);
  }

  @Test
  @DisplayName("S2.41: other secondaries look for the next primary, nominal roles ignored")
  void a_secondary_that_takes_nothing_over_looks_without_end() {
    Rules rules =
        new Rules(NominalRole.SECONDARY, true, true, false, INTERVAL, ATTEMPTS, true, true);
    RuleBook book = new RuleBook(rules);
    book.follows();

    assertThat(settles(book, ALONE)).isEqualTo("[LOOK_FOR_PRIMARY]");
    assertThat(book.look(OTHER_LEADS, now)).isEqualTo(Act.FOLLOW);
  }

  @Test
  @DisplayName("S2.41: without reconnect-secondaries it is nothing after the attempts")
  void a_secondary_gives_up_after_the_attempts() {
    RuleBook book = secondary(false);
    book.follows();

    assertThat(settles(book, ALONE)).isEqualTo("[LOOK_FOR_PRIMARY, BE_NOTHING]");
  }

  @Test
  @DisplayName("S2.42: who took over writes once a secondary has joined")
  void read_only_is_lifted_when_a_secondary_joins() {
    RuleBook book = secondary(true);

    assertThat(book.look(leading(0, true), now)).isEqualTo(Act.NOTHING);
    assertThat(book.look(leading(1, true), now)).isEqualTo(Act.LIFT);
    assertThat(book.look(leading(1, false), now)).isEqualTo(Act.NOTHING);
  }

  @Test
  @DisplayName("S2.42: a nominal primary keeps the role while one secondary is left, not longer")
  void a_nominal_primary_gives_up_without_secondaries() {
    RuleBook book = new RuleBook(rules(NominalRole.PRIMARY, true, true, false, true));

    assertThat(book.look(leading(0, false), now)).isEqualTo(Act.NOTHING);
    assertThat(book.look(leading(2, false), now)).isEqualTo(Act.NOTHING);
    assertThat(book.look(leading(1, false), now)).isEqualTo(Act.NOTHING);
    assertThat(book.look(leading(0, false), now)).isEqualTo(Act.BE_NOTHING);
    assertThat(settles(book, OTHER_LEADS)).isEqualTo("[]");
  }

  @Test
  @DisplayName("S2.42: a failover primary without secondaries refuses writes again")
  void a_failover_primary_becomes_read_only_without_secondaries() {
    RuleBook book = secondary(true);
    assertThat(book.look(leading(1, false), now)).isEqualTo(Act.NOTHING);

    assertThat(book.look(leading(0, false), now)).isEqualTo(Act.IMPOSE);
    assertThat(book.look(leading(0, true), now)).isEqualTo(Act.NOTHING);
  }

  @Test
  @DisplayName("S2.42: without the consensus rule nobody minds being alone")
  void without_consensus_a_primary_stays_alone() {
    RuleBook book = new RuleBook(rules(NominalRole.PRIMARY, true, true, true, false));
    assertThat(book.look(leading(1, false), now)).isEqualTo(Act.NOTHING);
    assertThat(book.look(leading(0, false), now)).isEqualTo(Act.NOTHING);

    RuleBook successor = new RuleBook(rules(NominalRole.SECONDARY, true, true, true, false));
    successor.follows();
    assertThat(settles(successor, ALONE)).isEqualTo("[LOOK_FOR_PRIMARY, TAKE]");
  }

  @Test
  @DisplayName("S2.44: a nominal primary that led follows the next one and takes nothing back")
  void there_is_no_fail_back() {
    RuleBook book = new RuleBook(rules(NominalRole.PRIMARY, true, true, true, true));
    assertThat(book.look(leading(1, false), now)).isEqualTo(Act.NOTHING);

    assertThat(book.look(ALONE, now)).isEqualTo(Act.LOOK_FOR_PRIMARY);
    assertThat(book.look(OTHER_LEADS, now)).isEqualTo(Act.FOLLOW);
    assertThat(settles(book, OTHER_LEADS)).isEqualTo("[]");
  }

  @Test
  void an_operators_word_ends_what_the_rules_were_at() {
    RuleBook book = secondary(true);
    book.follows();
    assertThat(book.look(ALONE, now)).isEqualTo(Act.LOOK_FOR_PRIMARY);

    book.isNothing();

    assertThat(settles(book, ALONE)).isEqualTo("[]");
  }

  @Test
  void a_join_that_failed_leaves_the_node_nothing() {
    RuleBook book = secondary(true);
    assertThat(book.look(OTHER_LEADS, now)).isEqualTo(Act.FOLLOW);

    book.failedToFollow();

    assertThat(settles(book, OTHER_LEADS)).isEqualTo("[]");
  }
}
