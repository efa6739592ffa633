package dev.primacy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTest {

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.9.9.9", "::1", "0:0:0:0:0:0:0:1"})
  void this_machine_is_let_in(String address) {
    assertThat(Loopback.contains(address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.1", "192.168.1.2", "2001:db8::1", "localhost", "evil.example", ""})
  void others_and_names_are_not(String address) {
    assertThat(Loopback.contains(address)).isFalse();
  }
}
