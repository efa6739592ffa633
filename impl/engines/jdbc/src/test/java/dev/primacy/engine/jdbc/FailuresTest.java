package dev.primacy.engine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

  private static SQLException of(String state, int code) {
    return new SQLException("text\nmore of it", state, code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"22001", "23505", "42P01", "42S02", "44000", "25006", "90097", "42501"})
  void what_a_server_rejects_as_such_certainly_did_not_happen(String state) {
    assertThat(Failures.isRejection(of(state, 0))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"08006", "08S01", "57014", "57P01", "40001", "40003", "HYT00", "HY000", "XX000"})
  void whatever_may_have_come_after_a_commit_says_nothing(String state) {
    assertThat(Failures.isRejection(of(state, 0))).isFalse();
    assertThat(Failures.keepsConnection(of(state, 0))).isFalse();
  }

  @Test
  void an_error_without_a_state_says_nothing() {
    assertThat(Failures.isRejection(new SQLException("text"))).isFalse();
    assertThat(Failures.isConstraint(new SQLException("text"))).isFalse();
    assertThat(Failures.isRejection(of("2", 0))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"25006,0", "90097,90097", "HY000,1290", "HY000,1836"})
  void a_server_that_may_only_be_read_is_known(String state, int code) {
    assertThat(Failures.isReadOnly(of(state, code))).isTrue();
    assertThat(Failures.isRejection(of(state, code))).isTrue();
    assertThat(Failures.keepsConnection(of(state, code))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "28000,1045,3220", "28P01,0,3220", "28000,28000,3220",
    "3D000,0,3221", "42000,1049,3221", "90149,90149,3221"
  })
  void what_only_people_can_change_is_told_at_deployment(String state, int code, String number) {
    assertThat(Failures.lasting(of(state, code)).orElseThrow())
        .startsWith("PRIMACY-" + number)
        .doesNotContain("more of it");
  }

  @Test
  void what_may_pass_is_waited_for() {
    assertThat(Failures.lasting(of("08001", 0))).isEmpty();
    assertThat(Failures.lasting(Unfit.forNow("PRIMACY-1: x"))).isEmpty();
    assertThat(Failures.lasting(Unfit.forGood("PRIMACY-1: x"))).contains("PRIMACY-1: x");
  }
}
