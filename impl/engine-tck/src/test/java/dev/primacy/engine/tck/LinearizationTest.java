package dev.primacy.engine.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.engine.tck.Operation.Kind;
import dev.primacy.engine.tck.Operation.Outcome;
import dev.primacy.spi.RecordVersion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the judge of histories accepts, and what it finds. */
class LinearizationTest {
  private final List<Operation> history = new ArrayList<>();

  private void put(String from, String content, String to, long begin, long end) {
    add(Kind.PUT, from, content, Outcome.DONE, to, begin, end);
  }

  private void lost(String from, String content, long begin) {
    add(Kind.PUT, from, content, Outcome.UNKNOWN, "", begin, begin + 1);
  }

  private void conflict(String from, long begin, long end) {
    add(Kind.PUT, from, "refused-" + begin, Outcome.CONFLICT, "", begin, end);
  }

  private void read(String version, String content, long begin, long end) {
    add(Kind.READ, "", content, Outcome.DONE, version, begin, end);
  }

  private void remove(String from, long begin, long end) {
    add(Kind.REMOVE, from, "", Outcome.DONE, "", begin, end);
  }

  private void add(
      Kind kind, String from, String content, Outcome outcome, String to, long begin, long end) {
    history.add(
        new Operation(
            "c",
            kind,
            new RecordVersion(from),
            content,
            outcome,
            new RecordVersion(to),
            begin,
            end));
  }

  private void assertExplained() {
    assertThat(Linearization.problem(history)).isEmpty();
  }

  private void assertNotExplained() {
    assertThat(Linearization.problem(history)).get().asString().contains("no order of these");
  }

  @Test
  void overlapping_operations_may_take_effect_in_any_order() {
    put("", "a", "1", 0, 100);
    read("", "", 10, 20);
    read("1", "a", 30, 40);
    put("1", "b", "2", 50, 60);
    read("1", "a", 55, 58);
    conflict("", 70, 80);
    remove("2", 90, 120);
    read("", "", 95, 96);
    put("", "c", "3", 97, 130);
    assertExplained();
  }

  @Test
  void a_read_of_what_was_overwritten_before_it_began_is_found() {
    put("", "a", "1", 0, 10);
    put("1", "b", "2", 20, 30);
    read("1", "a", 40, 50);
    assertNotExplained();
  }

  @Test
  void a_reader_sent_back_is_found() {
    put("", "a", "1", 0, 10);
    put("1", "b", "2", 20, 100);
    read("2", "b", 30, 40);
    read("1", "a", 50, 60);
    assertNotExplained();
  }

  @Test
  void two_writers_told_that_they_replaced_one_version_are_found() {
    put("", "a", "1", 0, 10);
    put("1", "b", "2", 20, 40);
    put("1", "c", "3", 20, 40);
    assertNotExplained();
  }

  @Test
  void a_conflict_without_anybody_to_meet_is_found() {
    put("", "a", "1", 0, 10);
    conflict("1", 20, 30);
    assertNotExplained();
  }

  @Test
  void a_write_of_unknown_outcome_may_happen_late_or_never() {
    lost("", "a", 0);
    read("", "", 10, 20);
    put("", "b", "2", 30, 40);
    read("2", "b", 50, 60);
    assertExplained();
    history.clear();
    lost("", "a", 0);
    read("", "", 10, 20);
    read("1", "a", 30, 40);
    conflict("", 50, 60);
    put("1", "b", "2", 70, 80);
    assertExplained();
  }

  @Test
  void a_write_that_happened_twice_is_found() {
    put("", "a", "1", 0, 10);
    lost("1", "b", 20);
    read("2", "b", 30, 40);
    put("2", "c", "3", 50, 60);
    read("4", "b", 70, 80);
    assertNotExplained();
  }

  @Test
  void a_write_told_to_have_failed_that_is_seen_is_found() {
    put("", "a", "1", 0, 10);
    add(Kind.PUT, "0", "b", Outcome.CONFLICT, "", 20, 30);
    read("2", "b", 40, 50);
    assertNotExplained();
  }

  @Test
  void a_lost_update_is_found_whatever_else_went_on() {
    String version = "";
    for (int i = 0; i < 300; i++) {
      put(version, "v" + i, "n" + i, i * 10L, i * 10L + 25);
      version = "n" + i;
      conflict("old", i * 10L, i * 10L + 30);
    }
    assertExplained();
    read("n298", "v298", 5_000, 5_001);
    assertNotExplained();
  }
}
