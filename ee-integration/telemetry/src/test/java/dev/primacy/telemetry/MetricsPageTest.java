package dev.primacy.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of metrics on the page is made from the one in the code. */
class MetricsPageTest {
  private static final Path PAGE = Path.of("src", "docs", "telemetry.md");
  private static final String BEGIN = "<!-- made from the code: metrics -->\n";
  private static final String END = "<!-- until here -->\n";

  @Test
  void the_page_lists_every_metric() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    assertThat(begin).isBetween(BEGIN.length(), end);
    String must = page.substring(0, begin) + table() + page.substring(end);
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(PAGE, must);
      page = must;
    }
    assertThat(page)
        .as("%s is stale; 'mvn verify -Ddocs.write' writes it anew", PAGE)
        .isEqualTo(must);
  }

  private static String table() {
    return "| metric | kind | unit | tags | what it tells |\n|---|---|---|---|---|\n"
        + Stream.of(Metric.values()).map(MetricsPageTest::line).collect(Collectors.joining());
  }

  private static String line(Metric metric) {
    return "| `%s` | %s | %s | %s | %s |\n"
        .formatted(
            metric.metricName(),
            metric.kind().name().toLowerCase(Locale.ROOT),
            metric.unit().symbol(),
            metric.tags().stream().map(tag -> "`" + tag + "`").collect(Collectors.joining(" ")),
            metric.description());
  }
}
