package dev.primacy.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words and numbers of those who tell nodes what to be. */
class HaStateTest {
  @ParameterizedTest
  @DisplayName("S2.11: a state has the number and the word it always had")
  @CsvSource({"NONE, 1, none", "SECONDARY, 2, secondary", "PRIMARY, 3, primary", "RELAY, 4, relay"})
  void a_state_has_the_number_and_the_word_it_always_had(HaState state, int code, String wire) {
    assertThat(state.code()).isEqualTo(code);
    assertThat(state.wireName()).isEqualTo(wire);
    assertThat(HaState.named(wire)).contains(state);
  }

  @ParameterizedTest
  @DisplayName("S2.14: the old words are understood")
  @CsvSource({"master, PRIMARY", "Leader, PRIMARY", "slave, SECONDARY", "FOLLOWER, SECONDARY"})
  void the_old_words_are_understood(String word, HaState state) {
    assertThat(HaState.named(word)).contains(state);
  }

  @Test
  void other_words_are_none() {
    assertThat(HaState.named("boss")).isEmpty();
    assertThat(HaState.named("")).isEmpty();
  }
}
