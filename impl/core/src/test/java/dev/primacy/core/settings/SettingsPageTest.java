package dev.primacy.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.engine.memory.MemoryEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingsPageTest {
  private static final Path PAGE = Path.of("src/docs/settings.md");
  private static final String REGENERATE = "docs.write";

  @Test
  void the_reference_page_is_the_table() throws IOException {
    SettingsTable table = SettingsTable.core().with(new MemoryEngine().settings());
    String page = SettingsPage.of(table);
    if (Boolean.getBoolean(REGENERATE)) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).as("stale; -D%s writes it anew", REGENERATE).hasContent(page);
  }

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
