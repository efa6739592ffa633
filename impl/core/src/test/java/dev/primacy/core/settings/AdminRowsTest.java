package dev.primacy.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is accepted of those who operate. */
class AdminRowsTest {
  private static final String TOKEN = "primacy.admin.token";
  private static final String PATH = "primacy.rest.path";

  private static List<String> problems(String key, String value) {
    return SettingsReader.read(new MapSettings(Map.of(key, value)), List.of(), List.of(), true)
        .problems();
  }

  @Test
  void everything_is_off_unless_it_is_switched_on() {
    SettingValues values = new SettingValues(SettingsTable.core(), new MapSettings(Map.of()));
    assertThat(values.flag("primacy.admin.enabled")).isFalse();
    assertThat(values.text("primacy.admin.read")).contains("false");
    assertThat(values.flag("primacy.probes")).isFalse();
    assertThat(values.text(TOKEN)).isEmpty();
    assertThat(values.text("primacy.admin.if-match")).contains("required");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0123456789abcdef0123456789abcde",
        "0123456789abcdef 0123456789abcdef",
        "0123456789abcdef=0123456789abcdef",
        "0123456789abcdef0123456789abcdéf"
      })
  void a_token_too_short_or_not_to_be_sent_is_refused_and_not_shown(String token) {
    assertThat(problems(TOKEN, token))
        .singleElement()
        .asString()
        .startsWith("PRIMACY-1041: " + TOKEN)
        .doesNotContain(token);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0123456789abcdef0123456789abcdef", "AZaz09-._~+/AZaz09-._~+/AZaz09-._=="})
  void a_token_of_thirty_two_bytes_is_taken(String token) {
    assertThat(problems(TOKEN, token)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/primacy", "/ops/p-1", "/~a/_b"})
  void a_path_is_taken(String path) {
    assertThat(problems(PATH, path)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "p", "/p/", "//p", "/p/../q", "/./p", "/p/*", "/p q", "/p?q"})
  void what_is_no_path_is_refused(String path) {
    assertThat(problems(PATH, path)).singleElement().asString().startsWith("PRIMACY-1042: ");
  }
}
