package dev.primacy.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.engine.tck.ElectionContract;
import dev.primacy.engine.tck.RecordStoreContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The page that says which engine was run through which test of the contract, and how it ended. It
 * is made of what the engines' own tests left behind, earlier in the same build.
 */
class ContractTableTest {
  private static final Path PAGE = Project.ROOT.resolve("impl/engine-tck/src/docs/contract.md");
  private static final String PASSED = "passed";

  /** Whose results every full build has: the others need more than Maven brings. */
  private static final String ALWAYS = "memory";

  /** A line of the page for each test, a cell for each service. */
  private record Table(String title, List<String> tests, Map<String, Map<String, String>> columns) {
    static Table of(String title, Class<?> contract) {
      List<String> tests =
          Arrays.stream(contract.getMethods())
              .filter(method -> method.isAnnotationPresent(Test.class))
              .map(Method::getName)
              .sorted()
              .toList();
      return new Table(title, tests, results(contract.getSimpleName()));
    }

    /** A test that was renamed since a result was written has none. */
    String cell(String service, String test) {
      return columns.get(service).getOrDefault(test, "no result");
    }
  }

  private static Map<String, Map<String, String>> results(String contract) {
    Map<String, Map<String, String>> columns = new TreeMap<>();
    for (Path file : files(contract)) {
      List<String> lines = Project.read(file).lines().toList();
      Map<String, String> results =
          lines.stream()
              .skip(1)
              .map(line -> line.split("\t", 2))
              .collect(Collectors.toMap(line -> line[0], line -> line[1]));
      columns.put(lines.get(0), results);
    }
    return columns;
  }

  private static List<Path> files(String contract) {
    List<Path> found = new ArrayList<>();
    for (String module : List.of("impl/engine-tck", "impl/engines")) {
      try (Stream<Path> walk = Files.walk(Project.ROOT.resolve(module), 4)) {
        walk.filter(file -> file.getParent().endsWith("target/engine-tck"))
            .filter(file -> file.getFileName().toString().startsWith(contract + "-"))
            // the suite's own tests have a service of their own, which is no engine
            .filter(
                file -> module.equals("impl/engines") || file.toString().endsWith("-memory.tsv"))
            .forEach(found::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return found;
  }

  private static List<Table> tables() {
    return List.of(
        Table.of("The store", RecordStoreContract.class),
        Table.of("Elections on it", ElectionContract.class));
  }

  @Test
  void every_result_of_this_build_is_on_the_page() {
    List<Table> tables = tables();
    for (Table table : tables) {
      if (!table.columns().containsKey(ALWAYS)) {
        Assumptions.abort("The contract suite was not run in this build: 'mvn verify' does.");
      }
    }
    if (Boolean.getBoolean("docs.write")) {
      GeneratedPage.mustBe("impl/engine-tck/src/docs/contract.md", page(tables));
    }
    List<String> page = Project.read(PAGE).lines().toList();
    Set<String> missing = new TreeSet<>();
    for (Table table : tables) {
      List<String> head = cells(page.get(page.indexOf("## " + table.title()) + 2));
      for (String service : table.columns().keySet()) {
        if (head.contains(service)) {
          assertIsOn(page, table, service, head.indexOf(service));
        } else {
          missing.add(service);
        }
      }
    }
    if (!missing.isEmpty()) {
      Assumptions.abort("No column yet; 'mvn verify -Ddocs.write' adds it: " + missing);
    }
  }

  private static void assertIsOn(List<String> page, Table table, String service, int column) {
    for (String test : table.tests()) {
      List<String> row =
          page.stream()
              .map(ContractTableTest::cells)
              .filter(cells -> cells.get(0).equals(title(test)))
              .findFirst()
              .orElse(List.of());
      assertThat(row).as("row of %s", test).hasSizeGreaterThan(column);
      assertThat(row.get(column)).as("%s: %s", service, test).isEqualTo(mark(table, service, test));
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {RecordStoreContract.class, ElectionContract.class})
  void the_page_has_a_row_for_every_test_and_no_other(Class<?> contract) {
    List<String> page = Project.read(PAGE).lines().toList();
    Table table = tables().get(contract == RecordStoreContract.class ? 0 : 1);
    List<String> rows =
        page.subList(page.indexOf("## " + table.title()) + 4, page.size()).stream()
            .takeWhile(line -> line.startsWith("|"))
            .map(line -> cells(line).get(0))
            .toList();
    assertThat(rows)
        .containsExactlyElementsOf(table.tests().stream().map(ContractTableTest::title).toList());
  }

  @Test
  void nothing_on_the_page_failed() {
    assertThat(Project.read(PAGE)).doesNotContain("FAILED", "no result");
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.replaceAll("^\\| *| *\\|$", "").split(" *\\| *")).toList();
  }

  private static String title(String test) {
    return test.replace('_', ' ');
  }

  private static String mark(Table table, String service, String test) {
    String result = table.cell(service, test);
    return result.startsWith(PASSED) ? "yes" + result.substring(PASSED.length()) : result;
  }

  private static String page(List<Table> tables) {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    for (Table table : tables) {
      Set<String> services = new TreeSet<>(table.columns().keySet());
      page.append("\n## %s\n\n".formatted(table.title()));
      page.append("| test | %s |\n".formatted(String.join(" | ", services)));
      page.append("|---|%s\n".formatted("---|".repeat(services.size())));
      for (String test : table.tests()) {
        String cells =
            services.stream()
                .map(service -> mark(table, service, test))
                .collect(Collectors.joining(" | "));
        page.append("| %s | %s |\n".formatted(title(test), cells));
      }
    }
    return page.toString();
  }

  private static final String INTRODUCTION =
      """
      # Which engine keeps which part of the contract

      Made of the results of a full build; do not edit. *Yes* is a test that was run and passed; a
      test that was not run says why. [How to run the suite](engine-tck.md).
      """;
}
