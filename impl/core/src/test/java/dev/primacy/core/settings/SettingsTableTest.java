package dev.primacy.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettingsTableTest {
  @Test
  void every_row_says_what_it_does() {
    assertThat(SettingsTable.core().rows())
        .allSatisfy(row -> assertThat(row.description().description()).endsWith("."))
        .extracting(row -> row.description().key())
        .doesNotHaveDuplicates()
        .allMatch(key -> key.startsWith("primacy."));
  }

  @Test
  void every_default_satisfies_its_own_row() {
    for (SettingRow row : SettingsTable.core().rows()) {
      row.description()
          .defaultValue()
          .ifPresent(
              value -> {
                String key = row.description().key();
                assertThat(SettingText.accepts(row.description().type(), value)).as(key).isTrue();
                assertThat(row.bounds().flatMap(bounds -> bounds.problem(key, value)))
                    .as(key)
                    .isEmpty();
              });
    }
  }
}
