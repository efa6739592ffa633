package dev.primacy.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the checker says can be believed: it is tried with a model that counts to nine. */
class CheckerTest {

  private static final PromelaModel COUNTER =
      PromelaModel.of(Path.of("src", "test", "resources", "model", "counter.pml"));

  @TempDir Path folder;

  @BeforeAll
  static void spin_is_there() {
    Checker.assumeThere();
  }

  private Checker checker() {
    return new Checker(folder, 1_000, 1_000);
  }

  @Test
  void a_model_that_holds_is_searched_to_the_end() {
    Search search = checker().complete(COUNTER, COUNTER.configurations().get(0));
    assertThat(search.states()).isEqualTo(10);
    assertThat(search.unreached()).isEmpty();
  }

  @Test
  void what_nothing_leads_to_is_told() {
    Search search = checker().complete(COUNTER, COUNTER.configurations().get(1));
    assertThat(search.unreached()).containsExactly("nothing");
  }

  @Test
  void a_search_that_is_cut_short_fails() {
    Checker shallow = new Checker(folder, 5, 1_000);
    assertThatThrownBy(() -> shallow.complete(COUNTER, COUNTER.configurations().get(0)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("counter counts was not searched to the end")
        .hasMessageContaining("max search depth too small");
  }

  @Test
  void a_search_without_enough_memory_fails() {
    Checker narrow = new Checker(folder, 1_000, 1);
    assertThatThrownBy(() -> narrow.complete(COUNTER, COUNTER.configurations().get(0)))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void a_broken_variant_is_found_by_the_shortest_way() {
    Search search = checker().broken(COUNTER, COUNTER.variants().get(0));
    assertThat(Checker.invariant(COUNTER, search)).contains("within");
    assertThat(search.violatedAt()).isEqualTo(9);
  }

  @Test
  void a_variant_that_is_not_broken_is_told() {
    assertThatThrownBy(() -> checker().broken(COUNTER, COUNTER.variants().get(1)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("counter AS_IT_IS is not found");
  }

  @Test
  void a_model_that_does_not_hold_fails() {
    PromelaModel.Configuration broken =
        new PromelaModel.Configuration("broken", List.of("MOST=9", "NEVER_ANEW"), "");
    assertThatThrownBy(() -> checker().complete(COUNTER, broken))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("counter broken breaks")
        .hasMessageContaining("within");
  }
}
