package dev.primacy.faults.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The list that options and the page speak of. */
class FaultsTest {

  @Test
  void names_are_unique_and_find_their_fault() {
    assertThat(Faults.all()).extracting(Fault::name).doesNotHaveDuplicates();
    assertThat(Faults.of("store-mute").outside()).isTrue();
  }

  @Test
  void the_short_form_has_at_least_eight_faults_on_a_store_inside_the_nodes() {
    assertThat(Faults.all())
        .filteredOn(Faults::isQuick)
        .filteredOn(fault -> !fault.outside())
        .hasSizeGreaterThanOrEqualTo(8);
  }
}
