package dev.primacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words for a role. */
class NodeRoleTest {
  @ParameterizedTest
  @DisplayName("S1.5: a role has a word for wires and one for people")
  @CsvSource({
    "PRIMARY, primary, Primary",
    "SECONDARY, secondary, Secondary",
    "NOT_IN_GROUP, not_in_group, Not in a group"
  })
  void a_role_has_a_word_for_wires_and_one_for_people(NodeRole role, String wire, String display) {
    assertThat(role.wireName()).isEqualTo(wire);
    assertThat(role.displayName()).isEqualTo(display);
  }
}
