package dev.primacy.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingSourcesTest {

  @Test
  void a_system_property_wins_over_the_environment() {
    Properties properties = new Properties();
    properties.setProperty("primacy.lease", "3s");
    SystemSettings settings =
        new SystemSettings(
            properties,
            Map.of("PRIMACY_LEASE", "9s", "PRIMACY_RENEW_EVERY", "1s", "primacy.drift", "0.02"));

    assertThat(settings.value("primacy.lease")).contains("3s");
    assertThat(settings.value("primacy.renew-every")).contains("1s");
    assertThat(settings.value("primacy.drift")).contains("0.02");
    assertThat(settings.value("primacy.group")).isEmpty();
    assertThat(settings.keys()).containsExactlyInAnyOrder("primacy.lease", "primacy.drift");
  }

  @Test
  void attributes_are_found_in_the_environment_too() {
    SystemSettings settings =
        new SystemSettings(new Properties(), Map.of("PRIMACY_NODE_ATTRIBUTES_ZONE", "eu"));
    SettingValues values = new SettingValues(SettingsTable.core(), settings);
    assertThat(values.below("primacy.node.attributes.")).containsEntry("zone", "eu");
  }

  @Test
  void a_blank_value_is_none() {
    assertThat(new MapSettings(Map.of("primacy.group", "  ")).value("primacy.group")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "500ms,PT0.5S",
    "10s,PT10S",
    "2m,PT2M",
    "1h,PT1H",
    "7d,PT168H",
    "PT10S,PT10S",
    "0s,PT0S"
  })
  void durations_are_read_as_people_and_as_the_standard_write_them(String text, Duration expected) {
    assertThat(SettingText.duration(text)).contains(expected);
    assertThat(SettingText.duration(SettingText.show(expected))).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"10", "ten seconds", "10 parsecs", "''", "999999999999999s", "9999999999d"})
  void other_texts_are_no_durations(String text) {
    assertThat(SettingText.duration(text).filter(d -> d.toDays() < 100_000_000)).isEmpty();
  }
}
