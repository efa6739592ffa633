package dev.primacy.engine.jdbc;

import static dev.primacy.engine.tck.Records.group;
import static dev.primacy.engine.tck.Records.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.spi.RecordKind;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"orders", "Orders", "ORDERS", "a.B-c_D", "0", "A", "z9"})
  void a_name_comes_back_and_has_no_upper_case_letter_on_its_way(String name) {
    String stored = Names.stored(name);
    assertThat(stored).isEqualTo(stored.toLowerCase(Locale.ROOT));
    assertThat(Names.key(RecordKind.GROUP, stored)).contains(group(name));
  }

  @Test
  void names_that_differ_by_case_alone_are_stored_apart() {
    assertThat(Names.stored("Orders")).isEqualTo("+orders").isNotEqualTo(Names.stored("orders"));
  }

  @Test
  void the_longest_name_fits_its_column() {
    assertThat(Names.stored("A".repeat(63))).hasSize(Names.MOST_CHARACTERS);
    assertThat(Names.stored(node(UUID.randomUUID().toString()))).hasSize(36);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "..", "-a", "a b", "a ", "a+b", "ä"})
  void what_is_no_name_never_reaches_the_database(String name) {
    assertThatThrownBy(() -> Names.stored(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "+", "a+", "++a", "Orders", "a b", ".a", "+1", "ä"})
  void what_we_did_not_write_is_no_record(String stored) {
    assertThat(Names.key(RecordKind.GROUP, stored)).isEmpty();
  }
}
