package dev.primacy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:8080"})
  void every_name_of_the_loopback_host_is_the_same_origin(String header) {
    assertThat(Origin.parse(header)).contains(new Origin("http", "127.0.0.1", 8080));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "",
        "*",
        "file:///x",
        "http://user@localhost:8080",
        "http://localhost:8080/path",
        "javascript:alert(1)",
        "http://",
        "not an origin"
      })
  void what_is_no_origin_is_refused(String header) {
    assertThat(Origin.parse(header)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"http://a.example/x, 80", "https://a.example/x, 443", "http://a.example:81/, 81"})
  void an_address_without_a_port_has_its_schemes_own(String address, int port) {
    assertThat(Origin.of(URI.create(address))).map(Origin::port).contains(port);
  }

  @Test
  void another_port_is_another_origin() {
    assertThat(Origin.parse("http://localhost:8080"))
        .isNotEqualTo(Origin.parse("http://localhost:8081"));
  }
}
