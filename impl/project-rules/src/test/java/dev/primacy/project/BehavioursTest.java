package dev.primacy.project;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What the older systems did, row by row, each with the tests that carry its number in their
 * display name. The rows are in one file, {@code behaviours.txt}; the page is made of it.
 */
class BehavioursTest {
  private static final String PAGE = "impl/project-rules/src/docs/behaviours.md";
  private static final String ROWS =
      "impl/project-rules/src/test/resources/dev/primacy/project/behaviours.txt";

  /** The tests of each row. */
  private static final Map<String, List<NamedTest>> TESTS = tests();

  private static final List<String> LINES = lines();
  private static final List<Behaviour> ALL =
      LINES.stream().filter(BehavioursTest::isRow).map(Behaviour::parse).toList();

  private static List<String> lines() {
    String text = Project.read(Project.ROOT.resolve(ROWS));
    if (Boolean.getBoolean("docs.write")) {
      text = text.lines().map(BehavioursTest::closed).collect(joining("\n", "", "\n"));
      GeneratedPage.write(Project.ROOT.resolve(ROWS), text);
    }
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.startsWith("#") && !line.isEmpty())
        .toList();
  }

  /** The line without the word that says that nothing shows it, once a test does. */
  private static String closed(String line) {
    return isRow(line) && TESTS.containsKey(Behaviour.parse(line).id())
        ? line.replaceFirst("\\| open$", "|")
        : line;
  }

  private static boolean isRow(String line) {
    return line.startsWith("S") || line.startsWith("AT-");
  }

  private static Map<String, List<NamedTest>> tests() {
    Map<String, List<NamedTest>> found = new TreeMap<>();
    for (NamedTest test : NamedTest.ALL) {
      for (String id : Behaviour.idsIn(test.displayName())) {
        found.computeIfAbsent(id, none -> new ArrayList<>()).add(test);
      }
    }
    return found;
  }

  @Test
  void numbers_are_found_in_display_names() {
    assertThat(Behaviour.idsIn("S1.8, AT-1.2 the application's mapper answers"))
        .containsExactlyInAnyOrder("S1.8", "AT-1.2");
    assertThat(Behaviour.idsIn("AT-2.10: the table")).containsExactly("AT-2.10");
    assertThat(Behaviour.idsIn("DESIGN 4.1, TLS1.2, WS2.3 and 1.8")).isEmpty();
    assertThat(Behaviour.hasRange("S1.3-S1.5 roles")).isTrue();
    assertThat(Behaviour.hasRange("S2.15–26 notifications")).isTrue();
    assertThat(Behaviour.hasRange("AT-2.10 to AT-2.12")).isTrue();
    assertThat(Behaviour.hasRange("S1.3, S1.4 the first event - and the next")).isFalse();
  }

  @Test
  void the_rows_are_complete_and_in_order() {
    assertThat(ids(row -> !row.isScenario() && row.id().startsWith("S1.")))
        .containsExactlyElementsOf(numbered("S1.", 21));
    assertThat(ids(row -> !row.isScenario() && row.id().startsWith("S2.")))
        .containsExactlyElementsOf(numbered("S2.", 48));
    assertThat(ids(row -> !row.isScenario() && row.id().startsWith("S3.")))
        .containsExactlyElementsOf(numbered("S3.", 34));
    assertThat(ids(row -> row.id().startsWith("AT-3."))).hasSize(13);
    assertThat(ids(row -> !row.isScenario() && row.id().startsWith("S4.")))
        .containsExactlyElementsOf(numbered("S4.", 25));
    assertThat(ids(row -> row.id().startsWith("AT-4."))).hasSize(15);
    assertThat(ids(row -> !row.isScenario() && row.id().startsWith("S5.")))
        .containsExactlyElementsOf(numbered("S5.", 22));
    assertThat(ids(Behaviour::isScenario)).hasSize(62).doesNotHaveDuplicates();
    assertThat(ALL).allMatch(row -> row.isScenario() == row.here().isEmpty(), "says what it is");
  }

  @Test
  void every_number_in_a_display_name_has_a_row() {
    assertThat(TESTS.keySet())
        .filteredOn(id -> ALL.stream().noneMatch(row -> row.id().equals(id)))
        .as("numbers that no row of " + ROWS + " has")
        .isEmpty();
  }

  @Test
  void display_names_spell_every_number_out() {
    assertThat(NamedTest.ALL)
        .filteredOn(test -> Behaviour.hasRange(test.displayName()))
        .extracting(NamedTest::type, NamedTest::method)
        .isEmpty();
  }

  @Test
  void every_row_has_a_test_or_a_page_unless_it_is_said_to_be_open() {
    assertThat(ids(row -> !isShown(row) && !row.isOpen()))
        .as("rows without a test that carries their number; a page may show them instead: " + ROWS)
        .isEmpty();
  }

  @Test
  void no_row_is_said_to_be_open_that_has_a_test() {
    assertThat(ids(row -> row.isOpen() && isShown(row)))
        .as(
            "rows that are not open any more; 'mvn verify -Ddocs.write' takes the word away in "
                + ROWS)
        .isEmpty();
  }

  @Test
  void the_page_names_the_tests_there_are() {
    GeneratedPage.mustBe(PAGE, page());
  }

  private static boolean isShown(Behaviour row) {
    return TESTS.containsKey(row.id()) || row.page().isPresent();
  }

  private static List<String> ids(Predicate<Behaviour> which) {
    return ALL.stream().filter(which).map(Behaviour::id).toList();
  }

  private static List<String> numbered(String prefix, int last) {
    return IntStream.rangeClosed(1, last).mapToObj(number -> prefix + number).toList();
  }

  private static String page() {
    List<String> open = ids(Behaviour::isOpen);
    StringBuilder page = new StringBuilder(INTRODUCTION.formatted(ALL.size(), summary(open)));
    for (String line : LINES) {
      page.append(isRow(line) ? row(Behaviour.parse(line)) : heading(line));
    }
    return page.toString();
  }

  private static String summary(List<String> open) {
    return open.isEmpty()
        ? "every one is shown."
        : "%d are **open**, which means that nothing shows them yet: %s."
            .formatted(open.size(), String.join(", ", open));
  }

  private static String heading(String line) {
    if (line.startsWith("- ")) {
      return "\n" + line + "\n";
    }
    String heading = "\n#" + line.replace('=', '#') + "\n";
    if (!line.startsWith("== ") || line.contains("counterpart")) {
      return heading;
    }
    return heading
        + (line.endsWith("Scenarios")
            ? "\n| | what happens | shown by |\n|---|---|---|\n"
            : "\n| | what it was | what it is here | shown by |\n|---|---|---|---|\n");
  }

  private static String row(Behaviour row) {
    return row.isScenario()
        ? "| %s | %s | %s |\n".formatted(row.id(), row.was(), shownBy(row))
        : "| %s | %s | %s | %s |\n".formatted(row.id(), row.was(), row.here(), shownBy(row));
  }

  /** By class: a contract that several containers run stands there once. */
  private static String shownBy(Behaviour row) {
    Map<String, Set<String>> byClass = new TreeMap<>();
    for (NamedTest test : TESTS.getOrDefault(row.id(), List.of())) {
      byClass
          .computeIfAbsent(link(test.type(), test.file()), none -> new TreeSet<>())
          .add(test.method().replace('_', ' ').replaceFirst("^r\\d ", ""));
    }
    Set<String> shown =
        byClass.entrySet().stream()
            .map(tests -> tests.getKey() + said(tests.getValue()))
            .collect(toCollection(TreeSet::new));
    row.page().ifPresent(page -> shown.add(link(page.replaceAll(".*/|\\.md.*", ""), page)));
    return row.isOpen() ? "*open*" : String.join("<br>", shown);
  }

  private static String said(Set<String> methods) {
    String all = methods.stream().filter(method -> !method.isEmpty()).collect(joining("; "));
    return all.isEmpty() ? "" : ": " + all;
  }

  private static String link(String text, String fromRoot) {
    return "[%s](../../../../%s)".formatted(text, fromRoot);
  }

  private static final String INTRODUCTION =
      """
      # What the older systems did, and what it is here

      Primacy succeeds systems that people have run for years, and takes over what they offer. Each of their behaviours has a number; a test
      that shows one carries the number in its display name, and this page is made of them. Their words stand here only to say where
      something comes from. Of %d behaviours and scenarios, %s
      """;
}
