package dev.primacy.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.core.elector.PlantedDefects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page beside the models says what there is. */
class ModelPageTest {

  private static final Path PAGE = Path.of("src", "docs", "model.md");
  private static final List<PromelaModel> MODELS = PromelaModel.all();
  private static final Pattern STATEMENT = Pattern.compile("`(\\w+)\\.pml:(\\w+)`");
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)(\\*?)`");
  private static final Pattern NAME = Pattern.compile("`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)`");
  private static final Path TESTS = Path.of("src", "test", "java");

  private final String page = read(PAGE);

  @Test
  void what_the_head_of_a_model_names_is_in_it() {
    for (PromelaModel model : MODELS) {
      assertThat(model.rules())
          .isNotEmpty()
          .allSatisfy(rule -> assertThat(model.reaches(rule.statement())).as("%s", rule).isTrue());
      assertThat(model.invariants())
          .isNotEmpty()
          .allSatisfy(
              one -> assertThat(model.text()).as(model.name()).contains("|| " + one.name() + ")"));
      assertThat(model.variants())
          .isNotEmpty()
          .allSatisfy(
              one -> {
                assertThat(model.text()).containsPattern("#ifn?def " + one.name() + "\\b");
                assertThat(model.configuration(one)).isNotNull();
              });
    }
  }

  @Test
  void every_line_of_a_model_that_a_rule_names_is_on_the_page() {
    Set<String> there = new TreeSet<>();
    MODELS.forEach(
        model -> model.rules().forEach(rule -> there.add(model.name() + "." + rule.statement())));
    assertThat(new TreeSet<>(all(STATEMENT, 1, 2))).isEqualTo(there);
  }

  @Test
  void every_broken_variant_is_on_the_page() {
    assertThat(new TreeSet<>(all(NAME, 1)))
        .isEqualTo(
            MODELS.stream()
                .flatMap(model -> model.variants().stream())
                .map(PromelaModel.Variant::name)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void every_planted_defect_is_on_the_page() {
    Set<String> defects = PlantedDefects.all().keySet();
    assertThat(defects)
        .as("planted defects")
        .hasSizeGreaterThan(30)
        .allSatisfy(defect -> assertThat(page).contains("\"" + defect + "\""));
    List<String> named = all(Pattern.compile("\"(R\\d: [^\"]+)\""), 1);
    assertThat(named).as("what the page calls a planted defect").isSubsetOf(defects);
  }

  @Test
  void every_test_on_the_page_exists() {
    assertThat(TEST.matcher(page).results()).hasSizeGreaterThan(20);
    List<String> missing = new ArrayList<>();
    Matcher test = TEST.matcher(page);
    while (test.find()) {
      String name = test.group(2);
      String method = test.group(3).isEmpty() ? name + "\\(" : name + "\\w*\\(";
      if (source(test.group(1)).filter(s -> contains(s, method)).isEmpty()) {
        missing.add(test.group());
      }
    }
    assertThat(missing).isEmpty();
  }

  private static boolean contains(String source, String method) {
    return Pattern.compile("\\s" + method).matcher(source).find();
  }

  private static Optional<String> source(String type) {
    try (Stream<Path> files = Files.walk(TESTS)) {
      return files
          .filter(file -> file.endsWith(type + ".java"))
          .findFirst()
          .map(ModelPageTest::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> all(Pattern pattern, int... groups) {
    return pattern
        .matcher(page)
        .results()
        .map(found -> Arrays.stream(groups).mapToObj(found::group).collect(Collectors.joining(".")))
        .toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
