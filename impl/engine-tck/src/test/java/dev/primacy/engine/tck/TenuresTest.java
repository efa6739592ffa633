package dev.primacy.engine.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.FencingToken;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the judge of elections accepts, and what it finds. */
class TenuresTest {
  private final UUID scope = UUID.randomUUID();
  private final FencingToken first = new FencingToken(scope, 1);
  private final FencingToken second = new FencingToken(scope, 2);
  private final FencingToken elsewhere = new FencingToken(UUID.randomUUID(), 1);
  private final Tenures tenures = new Tenures();

  @Test
  void tenures_one_after_the_other_are_well_and_the_gap_between_them_is_told() {
    tenures.admitted("a", first, 10, 11);
    tenures.admitted("a", first, 20, 21);
    tenures.admitted("b", second, 30, 31);
    tenures.admitted("c", elsewhere, 36, 37);
    assertThat(tenures.problems()).isEmpty();
    assertThat(tenures.all()).extracting(Tenures.Tenure::holder).containsExactly("a", "b", "c");
    assertThat(tenures.smallestGap()).contains(Duration.ofNanos(7));
  }

  @Test
  void two_admissions_at_once_prove_nothing() {
    tenures.admitted("a", first, 10, 100);
    tenures.admitted("b", second, 50, 60);
    tenures.admitted("c", elsewhere, 55, 70);
    assertThat(tenures.problems()).isEmpty();
  }

  @Test
  void an_admission_under_a_token_that_was_superseded_is_found() {
    tenures.admitted("a", first, 10, 11);
    tenures.admitted("b", second, 20, 21);
    tenures.admitted("a", first, 22, 23);
    assertThat(tenures.problems())
        .singleElement()
        .asString()
        .contains("term 1", "on a", "PT0.000000001S after", "term 2", "on b");
  }

  @Test
  void a_token_that_falls_is_found_though_nobody_overlaps() {
    tenures.admitted("b", second, 10, 11);
    tenures.admitted("a", first, 20, 21);
    assertThat(tenures.problems()).singleElement().asString().contains("term 1", "after term 2");
  }

  @Test
  void two_holders_of_one_token_are_found() {
    tenures.admitted("a", first, 10, 11);
    tenures.admitted("b", first, 20, 21);
    assertThat(tenures.problems()).singleElement().asString().contains("on a", "held by b as well");
  }

  @Test
  void two_primaries_at_once_are_found_over_a_change_of_scope() {
    tenures.admitted("a", first, 10, 11);
    tenures.admitted("b", elsewhere, 20, 21);
    tenures.admitted("a", first, 30, 31);
    assertThat(tenures.problems()).anyMatch(problem -> problem.startsWith("two primaries at once"));
  }
}
