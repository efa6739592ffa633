package dev.primacy.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.messaging.DeliveryPromise;
import dev.primacy.messaging.Guarantee;
import dev.primacy.spi.Engine;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.MessengerProvider;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page on which users choose an engine has a table of what engines say of themselves. */
class EnginesPageTest {
  private static final String PAGE = "ee-integration/primacy/src/docs/engines.md";
  private static final Path CONTRACT = Project.ROOT.resolve("impl/engine-tck/src/docs/contract.md");
  private static final String BEGIN = "<!-- made of the engines; do not edit -->\n";
  private static final String END = "<!-- end -->";

  @Test
  void the_table_says_what_the_engines_say() {
    String page = Project.read(Project.ROOT.resolve(PAGE));
    assertThat(page).contains(BEGIN, END);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    GeneratedPage.mustBe(
        PAGE, page.substring(0, from) + table() + page.substring(page.indexOf(END, from)));
  }

  @Test
  void every_service_of_the_contract_belongs_to_an_engine() {
    assertThat(SettingNames.ENGINES)
        .flatMap(EnginesPageTest::services)
        .containsExactlyInAnyOrderElementsOf(allServices());
  }

  private static String table() {
    return "| `primacy.engine` | artifact | may lead | events | history | settings | contract passed on |\n"
        + "|---|---|---|---|---|---|---|\n"
        + SettingNames.ENGINES.stream()
            .sorted(Comparator.comparing(Engine::name))
            .map(EnginesPageTest::row)
            .collect(Collectors.joining());
  }

  private static String row(Engine engine) {
    return "| `%s` | `primacy-engine-%s` | %s | %s | %s | %d | %s |\n"
        .formatted(
            engine.name(),
            engine.name(),
            engine.followsOnly() ? "no" : "yes",
            engine
                .messenger()
                .map(MessengerProvider::promise)
                .map(EnginesPageTest::text)
                .orElse(""),
            keepsEvents(engine) ? "yes" : "",
            engine.settings().size(),
            String.join("; ", services(engine)));
  }

  private static String text(DeliveryPromise promise) {
    return "to all %s, to one %s".formatted(words(promise.toAll()), words(promise.toOne()))
        + promise.durable().map(durable -> ", durable " + words(durable)).orElse("");
  }

  private static String words(Guarantee guarantee) {
    return guarantee.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static boolean keepsEvents(Engine engine) {
    try {
      return engine.getClass().getMethod("archive", EngineContext.class).getDeclaringClass()
          != Engine.class;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> services(Engine engine) {
    return allServices().stream().filter(service -> serves(engine.name(), service)).toList();
  }

  private static boolean serves(String engine, String service) {
    String name = service.toLowerCase(Locale.ROOT);
    return engine.equals("jdbc")
        ? name.matches("(h2|mariadb|postgresql).*")
        : name.startsWith(engine);
  }

  /** The heads of the contract's columns. */
  private static List<String> allServices() {
    return Project.read(CONTRACT)
        .lines()
        .filter(line -> line.startsWith("| test |"))
        .flatMap(line -> Arrays.stream(line.split("\\|")))
        .map(String::strip)
        .filter(head -> !head.isEmpty() && !head.equals("test"))
        .distinct()
        .toList();
  }
}
