package dev.primacy.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers by which programs tell one refusal from another. */
class ControlErrorTest {
  @ParameterizedTest
  @DisplayName("S2.6: an error that frameworks had has the number it had there")
  @CsvSource({
    "BAD_STATE, 17",
    "CONNECT, 25",
    "CLOSED, 26",
    "SCHEMA_MISMATCH, 27",
    "BAD_TOKEN, 28",
    "BAD_NAME, 29",
    "BIND, 30",
    "NO_TICK, 31",
    "UPGRADE_IN_PROGRESS, 47",
    "BAD_VERSION, 52",
    "BAD_CONFIG, 69"
  })
  void an_error_that_frameworks_had_has_the_number_it_had_there(ControlError error, int code) {
    assertThat(error.code()).isEqualTo(code);
  }

  @Test
  void no_number_means_two_things() {
    assertThat(Arrays.stream(ControlError.values()).map(ControlError::code))
        .doesNotHaveDuplicates();
  }
}
