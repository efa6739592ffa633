package dev.primacy.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The alert rules as Prometheus itself reads and evaluates them. */
class PromtoolTest {
  private static final Path FOLDER = DashboardsTest.FOLDER.toAbsolutePath();

  private static Optional<Path> promtool() {
    return Stream.of(String.valueOf(System.getenv("PATH")).split(":"))
        .map(folder -> Path.of(folder, "promtool"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @BeforeEach
  void needs_promtool() {
    boolean there = promtool().isPresent();
    if (Boolean.getBoolean("promtool.required")) {
      assertThat(there).as("promtool is required and not on the path").isTrue();
    }
    assumeTrue(there, "promtool is not on the path (Debian: prometheus): the rules are not run");
  }

  private record Run(int status, String output) {}

  private static Run run(Path folder, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(promtool().orElseThrow().toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Run(process.exitValue(), output);
  }

  @Test
  void the_rules_are_rules() throws Exception {
    Run run = run(FOLDER, "check", "rules", "primacy-alerts.yml");
    assertThat(run.status()).as(run.output()).isZero();
    assertThat(run.output()).contains(DashboardsTest.rules().size() + " rules found");
  }

  @Test
  void they_fire_when_they_should_and_not_when_they_should_not() throws Exception {
    Run run = run(FOLDER, "test", "rules", "primacy-alerts-test.yml");
    assertThat(run.status()).as(run.output()).isZero();
  }

  @Test
  void a_rule_that_is_none_is_noticed() throws Exception {
    Path broken = Files.createTempFile("rules", ".yml");
    try {
      Files.writeString(
          broken, DashboardsTest.read(DashboardsTest.ALERTS).replace("sum by (", "sum buy ("));
      assertThat(run(FOLDER, "check", "rules", broken.toString()).status()).isNotZero();
    } finally {
      Files.delete(broken);
    }
  }

  /** What Grafana puts in for its variables is put in here. */
  @Test
  void the_expressions_of_the_dashboard_are_promql() throws Exception {
    StringBuilder rules = new StringBuilder("groups:\n  - name: dashboard\n    rules:\n");
    int number = 0;
    for (String expression : DashboardsTest.dashboardExpressions()) {
      String text = expression.replace("$__rate_interval", "1m").replace("$__range", "1h");
      rules.append("      - record: panel_").append(number++).append("\n        expr: '");
      rules.append(text.replace("'", "''")).append("'\n");
    }
    Path file = Files.createTempFile("dashboard", ".yml");
    try {
      Files.writeString(file, rules);
      Run run = run(FOLDER, "check", "rules", file.toString());
      assertThat(run.status()).as(run.output()).isZero();
      assertThat(run.output()).contains(number + " rules found");
    } finally {
      Files.delete(file);
    }
  }
}
