package dev.primacy.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlPrefixesTest {
  private static final String KEY = "primacy.guard.redirect.allow";

  private final UrlPrefixes allowed =
      UrlPrefixes.of("https://n1.example.com, http://10.0.0.2:8080/app/");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://n1.example.com",
        "https://n1.example.com/",
        "HTTPS://N1.example.com:443/any/path",
        "http://10.0.0.2:8080/app",
        "http://10.0.0.2:8080/app/",
        "http://10.0.0.2:8080/app/v1"
      })
  void what_begins_with_one_of_them_is_permitted(String url) {
    assertThat(allowed.permit(URI.create(url))).isTrue();
  }

  @ParameterizedTest
  @DisplayName("T7 nothing else is")
  @ValueSource(
      strings = {
        "http://n1.example.com",
        "https://n1.example.com:8443",
        "https://n1.example.com.evil.example",
        "https://evil.example/n1.example.com",
        "https://n1.example.com@evil.example/",
        "https://user@n1.example.com/",
        "https://n1.example.com/?a=b",
        "https://n1.example.com/#a",
        "http://10.0.0.2:8080/",
        "http://10.0.0.2:8080/application",
        "http://10.0.0.2:8080/app/../admin",
        "http://10.0.0.2:8080/app/%2E%2e/admin",
        "ftp://n1.example.com/",
        "javascript:alert(1)",
        "//n1.example.com/",
        "/app"
      })
  void nothing_else_is(String url) {
    assertThat(allowed.permit(URI.create(url))).isFalse();
  }

  @Test
  void nothing_is_permitted_unless_configured() {
    assertThat(UrlPrefixes.of("").isEmpty()).isTrue();
    assertThat(UrlPrefixes.of("").permit(URI.create("https://n1.example.com"))).isFalse();
  }

  @Test
  void an_entry_that_is_no_address_is_named() {
    SettingRow row = SettingsTable.core().find(KEY).orElseThrow();
    assertThat(row.bounds().orElseThrow().problem(KEY, "https://n1.example.com,n2.example.com"))
        .hasValueSatisfying(
            problem ->
                assertThat(problem)
                    .startsWith(
                        "PRIMACY-1040: primacy.guard.redirect.allow lists 'n2.example.com'"));
    assertThat(row.bounds().orElseThrow().problem(KEY, "https://n1.example.com,")).isEmpty();
  }
}
