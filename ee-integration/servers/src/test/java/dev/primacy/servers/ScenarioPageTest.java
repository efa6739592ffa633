package dev.primacy.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.servers.launch.GlassFish;
import dev.primacy.servers.launch.OpenLiberty;
import dev.primacy.servers.launch.PayaraMicro;
import dev.primacy.servers.launch.PayaraServer;
import dev.primacy.servers.launch.Quarkus;
import dev.primacy.servers.launch.Server;
import dev.primacy.servers.launch.WildFly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The page says something about each scenario on each server, and a run changes its column only.
 */
class ScenarioPageTest {
  private static final Path PAGE = Path.of("src/docs/servers.md");

  /** A scenario that is new gets its row, in which nothing was run yet. */
  @BeforeAll
  static void write() throws IOException {
    if (System.getProperty("docs.write") != null) {
      Files.writeString(PAGE, ScenarioPage.parse(Files.readString(PAGE)).text());
    }
  }

  @Test
  void the_page_has_a_row_for_each_scenario_and_a_column_for_each_server() throws IOException {
    ScenarioPage page = ScenarioPage.parse(Files.readString(PAGE));
    assertThat(page.servers())
        .containsExactlyElementsOf(
            Stream.of(
                    new WildFly(),
                    new GlassFish(),
                    new OpenLiberty(),
                    new PayaraMicro(),
                    new PayaraServer(),
                    new Quarkus())
                .map(Server::title)
                .toList());
    assertThat(page.servers())
        .allSatisfy(
            server ->
                assertThat(page.rows(server)).containsExactlyElementsOf(ScenarioPage.scenarios()));
  }

  @Test
  void a_run_writes_its_own_column_and_leaves_the_others() throws IOException {
    String text = Files.readString(PAGE);
    assertThat(ScenarioPage.parse(text).text()).isEqualTo(text);
    ScenarioPage page = ScenarioPage.parse(text);
    String first = ScenarioPage.scenarios().get(0);
    page.put("GlassFish 8.0.0", Map.of(first, "today"));
    String row = page.table().lines().skip(2).findFirst().orElseThrow();
    assertThat(row).contains("| today |");
    assertThat(page.rows("GlassFish 8.0.0")).containsExactlyElementsOf(ScenarioPage.scenarios());
    assertThat(page.servers()).isEqualTo(ScenarioPage.parse(text).servers());
  }
}
