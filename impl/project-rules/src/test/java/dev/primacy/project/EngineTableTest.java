package dev.primacy.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The README's table of engines: each has its line, and its jar is about as large as it says. */
class EngineTableTest {
  private static final Pattern SIZE = Pattern.compile("\\| (\\d+) KB");

  private static List<String> lines() {
    return Project.read(Project.ROOT.resolve("README.md"))
        .lines()
        .dropWhile(line -> !line.startsWith("| engine |"))
        .takeWhile(line -> line.startsWith("|"))
        .toList();
  }

  @Test
  void every_engine_has_a_line() throws IOException {
    try (Stream<Path> engines = Files.list(Project.ROOT.resolve("impl/engines"))) {
      List<String> names =
          engines
              .filter(folder -> Files.exists(folder.resolve("pom.xml")))
              .map(folder -> folder.getFileName().toString())
              .toList();
      assertThat(names).isNotEmpty();
      assertThat(String.join("\n", lines()).toLowerCase(Locale.ROOT)).contains(names);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "memory, memory",
    "zookeeper, ZooKeeper",
    "jdbc, JDBC",
    "kubernetes, Kubernetes",
    "relay, relay"
  })
  void a_jar_is_about_as_large_as_the_table_says(String module, String engine) throws IOException {
    String line = lines().stream().filter(row -> row.contains(engine)).findFirst().orElseThrow();
    Matcher size = SIZE.matcher(line);
    assertThat(size.find()).as("the size in: %s", line).isTrue();
    long bytes = Files.size(jar(module));
    assertThat(Long.parseLong(size.group(1)))
        .as("KB of %s's jar", module)
        .isCloseTo((bytes + 500) / 1000, Percentage.withPercentage(10));
  }

  /** There is none where only tests are run. */
  private static Path jar(String module) throws IOException {
    Path target = Project.ROOT.resolve("impl/engines").resolve(module).resolve("target");
    String name = "primacy-engine-" + module + "-[0-9][^-]*(-SNAPSHOT)?[.]jar";
    try (Stream<Path> files = Files.exists(target) ? Files.list(target) : Stream.empty()) {
      return files
          .filter(file -> file.getFileName().toString().matches(name))
          .findFirst()
          .orElseGet(
              () ->
                  Assumptions.abort("The jar of " + module + " was not built: 'mvn verify' does."));
    }
  }
}
