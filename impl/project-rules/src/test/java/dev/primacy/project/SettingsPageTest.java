package dev.primacy.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.core.settings.SettingRow;
import dev.primacy.spi.Engine;
import dev.primacy.spi.MessengerProvider;
import dev.primacy.spi.SettingDescription;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every setting, the engines' included, stands on one page. */
class SettingsPageTest {
  private static final String PAGE = "impl/core/src/docs/settings.md";

  /** A key in a span of code of its own, or on a command line. */
  private static final Pattern NAMED =
      Pattern.compile("(?:`|-D)(primacy\\.[a-z][\\w.*<>-]*)(?=[`=])");

  /** Metrics, as their own page lists them, which is written by their table. */
  private static final Set<String> NO_SETTINGS =
      Pattern.compile("(?m)^\\| `(primacy\\.[\\w.]+)` \\|")
          .matcher(
              Project.read(Project.ROOT.resolve("ee-integration/telemetry/src/docs/telemetry.md")))
          .results()
          .map(metric -> metric.group(1))
          .collect(Collectors.toSet());

  @Test
  void every_engine_is_found() {
    assertThat(SettingNames.ENGINES)
        .extracting(Engine::name)
        .contains("memory", "zookeeper", "jdbc", "kubernetes", "relay");
  }

  @Test
  void the_settings_of_an_engine_begin_with_its_name_and_say_what_they_do() {
    assertThat(SettingNames.ENGINES)
        .allSatisfy(
            engine ->
                assertThat(engine.settings())
                    .isNotEmpty()
                    .allMatch(row -> row.key().startsWith("primacy." + engine.name() + "."))
                    .allMatch(row -> row.description().endsWith(".")));
  }

  @Test
  void every_messenger_is_found() {
    assertThat(SettingNames.MESSENGERS).extracting(MessengerProvider::name).contains("jgroups");
  }

  @Test
  void the_page_lists_every_setting() {
    GeneratedPage.mustBe(PAGE, page());
  }

  @Test
  void every_setting_that_a_page_names_is_there() {
    List<String> unknown = new ArrayList<>();
    for (Path file : Project.textFiles()) {
      if (file.toString().endsWith(".md")) {
        NAMED
            .matcher(Project.read(file))
            .results()
            .map(name -> name.group(1))
            .filter(name -> !NO_SETTINGS.contains(name) && !isNamed(name))
            .forEach(name -> unknown.add(Project.name(file) + ": " + name));
      }
    }
    assertThat(unknown).isEmpty();
  }

  /** A page may name a whole family, such as {@code primacy.admin.*}. */
  private static boolean isNamed(String name) {
    String key = name.replaceAll("<\\w+>", "*");
    String family = key.replaceAll("[.*]+$", "");
    return SettingNames.isKnown(key)
        || SettingNames.TABLE.rows().stream()
            .anyMatch(row -> row.description().key().startsWith(family + "."));
  }

  private static String page() {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    SettingNames.TABLE.rows().forEach(row -> page.append(line(row)));
    return page.toString();
  }

  private static String line(SettingRow row) {
    SettingDescription description = row.description();
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            description.key(),
            type(row),
            description.defaultValue().map(value -> "`" + value + "`").orElse(""),
            GeneratedPage.cell(description.description()));
  }

  private static String type(SettingRow row) {
    String type = row.description().type().name().toLowerCase(Locale.ROOT);
    return row.bounds().map(bounds -> type + ", " + bounds.text()).orElse(type);
  }

  private static final String INTRODUCTION =
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
}
