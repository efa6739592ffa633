package dev.primacy.servers;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The table of a page: a row for each scenario, a column for each server. A run writes its own
 * column; the others stay as they were when they were run last.
 */
final class ScenarioPage {
  /** Where nothing was run. */
  static final String NOT_RUN = "not run";

  private static final String BEGIN = "<!-- written by a run with -Ddocs.write -->\n";
  private static final String END = "<!-- end -->";

  private final String before;
  private final String after;
  private final Map<String, Map<String, String>> columns = new LinkedHashMap<>();

  private ScenarioPage(String before, String after) {
    this.before = before;
    this.after = after;
  }

  static ScenarioPage parse(String text) {
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END, begin);
    ScenarioPage page = new ScenarioPage(text.substring(0, begin), text.substring(end));
    List<List<String>> rows = text.substring(begin, end).lines().map(ScenarioPage::cells).toList();
    List<String> titles = rows.get(0);
    for (int column = 1; column < titles.size(); column++) {
      Map<String, String> entries = new LinkedHashMap<>();
      for (List<String> row : rows.subList(2, rows.size())) {
        entries.put(row.get(0), row.get(column));
      }
      page.columns.put(titles.get(column), entries);
    }
    return page;
  }

  private static List<String> cells(String row) {
    return Arrays.stream(row.substring(1, row.length() - 1).split("\\|", -1))
        .map(String::strip)
        .toList();
  }

  /** The scenarios there are, in the order they are run, in words. */
  static List<String> scenarios() {
    return Arrays.stream(ServerScenarios.class.getMethods())
        .filter(method -> method.isAnnotationPresent(Test.class))
        .sorted(Comparator.comparing(method -> method.getAnnotation(Order.class).value()))
        .map(ScenarioPage::title)
        .toList();
  }

  static String title(Method scenario) {
    return scenario.getName().replace('_', ' ');
  }

  /** The servers that have a column. */
  List<String> servers() {
    return List.copyOf(columns.keySet());
  }

  /** The rows of a server's column. */
  List<String> rows(String server) {
    return List.copyOf(columns.getOrDefault(server, Map.of()).keySet());
  }

  /** Puts what a run found in place of what was there; what it did not run stays. */
  void put(String server, Map<String, String> entries) {
    columns.computeIfAbsent(server, unused -> new LinkedHashMap<>()).putAll(entries);
  }

  String table() {
    List<String> rows = new ArrayList<>();
    rows.add(row("scenario", columns.keySet().stream()));
    rows.add(row("---", columns.keySet().stream().map(column -> "---")));
    for (String scenario : scenarios()) {
      Stream<String> entries =
          columns.values().stream().map(column -> column.getOrDefault(scenario, NOT_RUN));
      rows.add(row(scenario, entries));
    }
    return String.join("\n", rows) + "\n";
  }

  private static String row(String first, Stream<String> others) {
    return Stream.concat(Stream.of(first), others).collect(Collectors.joining(" | ", "| ", " |"));
  }

  String text() {
    return before + table() + after;
  }
}
