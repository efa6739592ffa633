package dev.primacy.benchmarks.compare.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.benchmarks.compare.node.Operation;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What is said of rivals has to be certain, and what is said of Primacy has to be looked for. */
class JudgementTest {
  private static final long MILLI = 1_000_000;
  private static final Offset<Double> POLL = Offset.offset(2.0);

  private final List<Operation> first = new ArrayList<>();
  private final List<Operation> second = new ArrayList<>();

  /** One yes for each millisecond. */
  private static void leads(List<Operation> node, int tenure, int from, int until) {
    for (long at = from; at < until; at++) {
      node.add(new Operation(at * MILLI, at * MILLI + 1000, at * MILLI, tenure));
    }
  }

  private Judgement judged(int from, int until) {
    return Judgement.of(
        List.of(Journal.of("first", first), Journal.of("second", second)),
        from * MILLI,
        until * MILLI);
  }

  @Test
  void one_after_the_other_is_right() {
    leads(first, 1, 100, 1000);
    leads(second, 1, 1200, 2000);
    Judgement judgement = judged(500, 2000);
    assertThat(judgement.together()).isZero();
    assertThat(judgement.stale()).isZero();
    assertThat(judgement.thefts()).isZero();
    assertThat(judgement.vacant()).isCloseTo(200, POLL);
    assertThat(judgement.led()).isTrue();
  }

  @Test
  void two_at_once_are_seen_however_short() {
    leads(first, 1, 100, 1010);
    leads(second, 1, 1000, 2000);
    Judgement judgement = judged(500, 2000);
    assertThat(judgement.together()).isCloseTo(9, POLL);
    assertThat(judgement.stale()).isBetween(8L, 10L);
    assertThat(judgement.thefts()).isOne();
    assertThat(judgement.vacant()).isCloseTo(0, POLL);
  }

  @Test
  void a_pause_is_no_time_in_which_it_led_but_what_it_lets_in_afterwards_is_stale() {
    leads(first, 1, 100, 1000);
    leads(first, 1, 15_000, 15_200);
    leads(second, 1, 4000, 16_000);
    Judgement judgement = judged(900, 16_000);
    assertThat(judgement.together()).isCloseTo(199, POLL);
    assertThat(judgement.stale()).isEqualTo(200);
    assertThat(judgement.thefts()).isZero();
    assertThat(judgement.vacant()).isCloseTo(3000, POLL);
  }

  @Test
  void a_question_asked_before_a_pause_may_have_been_answered_before_it() {
    leads(first, 1, 100, 1000);
    first.add(new Operation(1000 * MILLI, 15_000 * MILLI, 1000 * MILLI, 1));
    leads(second, 1, 4000, 16_000);
    Judgement judgement = judged(900, 16_000);
    assertThat(judgement.together()).isZero();
    assertThat(judgement.stale()).isZero();
  }

  @Test
  void whoever_is_elected_again_is_not_stale() {
    leads(first, 1, 100, 1000);
    leads(second, 1, 1100, 2000);
    leads(first, 2, 2100, 3000);
    Judgement judgement = judged(0, 3000);
    assertThat(judgement.together()).isZero();
    assertThat(judgement.stale()).isZero();
    assertThat(judgement.thefts()).isZero();
  }

  @Test
  void work_under_way_counts_although_nothing_new_is_let_in() {
    leads(first, 1, 100, 1000);
    first.add(new Operation(990 * MILLI, 991 * MILLI, 2491 * MILLI, 1));
    leads(second, 1, 1010, 3000);
    Judgement judgement = judged(900, 3000);
    assertThat(judgement.together()).isCloseTo(1481, POLL);
    assertThat(judgement.stale()).isZero();
  }

  @Test
  void what_was_before_is_not_judged() {
    leads(first, 1, 100, 900);
    leads(second, 1, 500, 2000);
    Judgement judgement = judged(1000, 2000);
    assertThat(judgement.together()).isZero();
    assertThat(judgement.stale()).isZero();
    assertThat(judgement.thefts()).isZero();
  }

  @Test
  void nobody_in_the_end_is_told() {
    leads(first, 1, 100, 1000);
    Judgement judgement = judged(500, 5000);
    assertThat(judgement.led()).isFalse();
    assertThat(judgement.vacant()).isCloseTo(4000, POLL);
  }
}
