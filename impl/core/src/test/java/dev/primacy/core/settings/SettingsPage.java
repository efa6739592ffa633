package dev.primacy.core.settings;

import dev.primacy.spi.SettingDescription;
import java.util.Locale;

/**
 * Writes the reference page of a settings table, in Markdown.
 *
 * @since 0.1
 */
final class SettingsPage {
  private static final String HEAD =
      """
      # Settings

      Made from the table in the code; do not edit. Values come from MicroProfile Config where the
      application brings an implementation, else from system properties and environment variables
      (`primacy.node.name` is also found as `PRIMACY_NODE_NAME`). They are read once, when the
      application starts. `*` stands for a name. Durations are written `500ms`, `10s`, `2m` or
      `PT10S`.

      | key | type | default | what it does |
      |---|---|---|---|
      """;

  private SettingsPage() {}

  /**
   * The page of a table.
   *
   * @param table the table
   * @return Markdown
   */
  static String of(SettingsTable table) {
    StringBuilder page = new StringBuilder(HEAD);
    table.rows().forEach(row -> append(page, row));
    return page.toString();
  }

  private static void append(StringBuilder page, SettingRow row) {
    SettingDescription description = row.description();
    page.append("| `").append(description.key()).append("` | ").append(type(row)).append(" | ");
    page.append(description.defaultValue().map(value -> "`" + value + "`").orElse(""));
    page.append(" | ").append(description.description()).append(" |\n");
  }

  private static String type(SettingRow row) {
    String type = row.description().type().name().toLowerCase(Locale.ROOT);
    return row.bounds().map(bounds -> type + ", " + bounds.text()).orElse(type);
  }
}
