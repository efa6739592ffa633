package dev.primacy.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The dashboard and the alert rules that are shipped, against what three live nodes export. */
class DashboardsTest {
  static final Path FOLDER = Path.of("src", "dashboards");
  static final Path ALERTS = FOLDER.resolve("primacy-alerts.yml");
  private static final Path DASHBOARD = FOLDER.resolve("primacy-dashboard.json");

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Pattern METRIC = Pattern.compile("(primacy_[a-z_]+)(?:\\{([^}]*)})?");
  private static final Pattern MATCHER =
      Pattern.compile("([a-z_]+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");
  private static final Pattern GROUPING = Pattern.compile("\\b(?:by|on) \\(([^)]*)\\)");
  private static final Pattern LEGEND =
      Pattern.compile("\\{\\{\\s*\\$?(?:labels\\.)?([a-z_]+)\\s*}}");

  private static final PrometheusMeterRegistry REGISTRY =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private static Scrape scrape = new Scrape("");

  @BeforeAll
  static void run_three_nodes() {
    String cluster = "c" + UUID.randomUUID().toString().substring(0, 8);
    List<Node> nodes = new ArrayList<>();
    try {
      for (String name : List.of("n1", "n2", "n3")) {
        nodes.add(Node.with(MeterRegistry.class, REGISTRY, cluster, name));
      }
      await().atMost(LONG).until(() -> nodes.stream().filter(Node::isPrimary).count() == 1);
      await().atMost(LONG).until(DashboardsTest::complete);
    } finally {
      nodes.forEach(Node::close);
    }
  }

  private static boolean complete() {
    scrape = new Scrape(REGISTRY.scrape());
    return scrape.value("primacy_role", "role=primary").orElse(0.0) == 1
        && scrape.value("primacy_transitions_total", "to=primary").orElse(0.0) >= 1
        && scrape.values("primacy_lease_renew_duration_seconds_count", "node").size() == 3
        && scrape.names().contains("primacy_store_operation_duration_seconds_count");
  }

  @AfterAll
  static void close() {
    REGISTRY.close();
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  // ---- every metric is exported

  @Test
  void every_metric_of_the_table_is_exported_with_its_tags() {
    for (Metric metric : Metric.values()) {
      String stem = metric.metricName().replace('.', '_');
      List<String> names = scrape.names().stream().filter(n -> n.startsWith(stem)).toList();
      assertThat(names).as(metric.metricName()).isNotEmpty();
      assertThat(scrape.labels(names.get(0)))
          .as(metric.metricName())
          .containsAll(Metric.COMMON)
          .containsAll(metric.tags());
    }
  }

  @Test
  void nothing_is_exported_that_is_not_in_the_table() {
    Set<String> known = new TreeSet<>();
    for (Metric metric : Metric.values()) {
      known.add(metric.metricName().replace('.', '_'));
    }
    assertThat(scrape.names())
        .allMatch(name -> known.stream().anyMatch(stem -> name.startsWith(stem)));
  }

  // ---- what is shipped

  /** An expression, what it is of, and the labels that its texts mention. */
  record Expression(String where, String text, Set<String> mentioned) {}

  static Stream<Expression> ofAlerts() {
    return rules().stream()
        .map(
            rule ->
                new Expression(
                    rule.get("alert").toString(),
                    rule.get("expr").toString(),
                    mentioned(rule.get("annotations").toString())));
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> rules() {
    Map<String, Object> file = new Yaml().load(read(ALERTS));
    List<Map<String, Object>> groups = (List<Map<String, Object>>) file.get("groups");
    return groups.stream()
        .flatMap(group -> ((List<Map<String, Object>>) group.get("rules")).stream())
        .toList();
  }

  private static Set<String> mentioned(String text) {
    Set<String> labels = new TreeSet<>();
    LEGEND.matcher(text).results().forEach(found -> labels.add(found.group(1)));
    labels.remove("value");
    return labels;
  }

  private static JsonObject dashboard() {
    try (JsonReader reader = Json.createReader(new StringReader(read(DASHBOARD)))) {
      return reader.readObject();
    }
  }

  private static Stream<Expression> ofDashboard() {
    return dashboard().getJsonArray("panels").getValuesAs(JsonObject.class).stream()
        .flatMap(
            panel ->
                panel.getJsonArray("targets").getValuesAs(JsonObject.class).stream()
                    .map(
                        target ->
                            new Expression(
                                panel.getString("title"),
                                target.getString("expr"),
                                mentioned(target.getString("legendFormat")))));
  }

  static List<String> dashboardExpressions() {
    return ofDashboard().map(Expression::text).toList();
  }

  @Test
  void every_alert_names_metrics_and_labels_that_are_exported() {
    assertThat(ofAlerts()).hasSizeGreaterThan(10).allSatisfy(DashboardsTest::check);
  }

  @Test
  void every_panel_names_metrics_and_labels_that_are_exported() {
    assertThat(ofDashboard()).hasSizeGreaterThan(15).allSatisfy(DashboardsTest::check);
  }

  private static void check(Expression expression) {
    Set<String> labels = new TreeSet<>(Set.of("le"));
    METRIC
        .matcher(expression.text())
        .results()
        .forEach(
            used -> {
              assertThat(scrape.names()).as(expression.where()).contains(used.group(1));
              labels.addAll(scrape.labels(used.group(1)));
              checkMatchers(expression, used.group(1), used.group(2));
            });
    assertThat(labels).as("no metric in " + expression).hasSizeGreaterThan(1);
    GROUPING
        .matcher(expression.text())
        .results()
        .flatMap(found -> Stream.of(found.group(1).split(",\\s*")))
        .forEach(label -> assertThat(labels).as(expression.where()).contains(label));
    assertThat(labels).as(expression.where()).containsAll(expression.mentioned());
  }

  private static void checkMatchers(Expression expression, String metric, String matchers) {
    if (matchers == null) {
      return;
    }
    MATCHER
        .matcher(matchers)
        .results()
        .forEach(
            found -> {
              String label = found.group(1);
              assertThat(scrape.labels(metric)).as(expression.where()).contains(label);
              if (!found.group(3).startsWith("$")) {
                assertThat(scrape.values(metric, label))
                    .as(expression.where() + ": " + label)
                    .containsAll(List.of(found.group(3).split("\\|")));
              }
            });
  }

  @Test
  void every_alert_says_how_long_how_bad_and_what() {
    assertThat(rules())
        .allSatisfy(
            rule -> {
              assertThat(rule.get("for")).asString().matches("\\d+[sm]");
              assertThat((Map<?, ?>) rule.get("labels")).hasSize(1);
              assertThat(((Map<?, ?>) rule.get("labels")).get("severity"))
                  .isIn("warning", "critical");
              assertThat(((Map<?, ?>) rule.get("annotations")).keySet().toString())
                  .contains("summary", "description");
            });
    assertThat(rules()).extracting(rule -> rule.get("alert")).doesNotHaveDuplicates();
  }

  @Test
  void panels_have_titles_places_and_ids_of_their_own() {
    JsonArray panels = dashboard().getJsonArray("panels");
    assertThat(panels.getValuesAs(JsonObject.class))
        .extracting(panel -> panel.getInt("id"))
        .doesNotHaveDuplicates();
    assertThat(panels.getValuesAs(JsonObject.class))
        .extracting(panel -> panel.getJsonObject("gridPos").toString())
        .doesNotHaveDuplicates();
    assertThat(dashboard().getJsonObject("templating").getJsonArray("list"))
        .extracting(variable -> variable.asJsonObject().getString("name"))
        .contains("datasource", "cluster", "group", "node");
  }
}
