package dev.primacy.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.core.settings.UrlPrefixes;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectsTest {
  private static final URI PRIMARY = URI.create("https://n2.example:8443/app");

  private final Redirects redirects =
      new Redirects(
          UrlPrefixes.of("https://n2.example:8443/app,https://n1.example"),
          Optional.of(URI.create("https://n1.example")));

  @ParameterizedTest
  @CsvSource({
    "http://n1:8080/orders, https://n2.example:8443/app/orders?primacy-redirected=1",
    "http://n1:8080/orders/?a=b, https://n2.example:8443/app/orders/?a=b&primacy-redirected=1",
    "http://n1:8080/%2F?q=%23, https://n2.example:8443/app/%2F?q=%23&primacy-redirected=1",
    "http://n1:8080/@evil.example/, https://n2.example:8443/app/@evil.example/?primacy-redirected=1"
  })
  void the_request_s_path_and_query_follow_the_primary_s_address(String request, String target) {
    assertThat(redirects.target(PRIMARY, URI.create(request))).contains(URI.create(target));
  }

  @ParameterizedTest
  @DisplayName("T7 a path does not lead out of what is allowed")
  @ValueSource(
      strings = {
        "http://n1:8080/../admin",
        "http://n1:8080/orders/../../admin",
        "http://n1:8080/%2e%2e/admin",
        "http://n1:8080//evil.example/"
      })
  void a_path_does_not_lead_out_of_what_is_allowed(String request) {
    assertThat(redirects.target(PRIMARY, URI.create(request))).isEmpty();
  }

  @Test
  void nobody_is_sent_to_where_he_is() {
    URI request = URI.create("http://n1:8080/orders");
    assertThat(redirects.target(URI.create("https://n1.example"), request)).isEmpty();
  }
}
