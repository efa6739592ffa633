package dev.primacy.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * The elector's rules as Promela models under Spin: each configuration is searched to the end
 * without an error, and each variant that breaks a rule is found. That takes minutes and depends on
 * no code: {@code mvn -Pmodel} runs it, and fails where there is no Spin; a plain build skips it.
 */
class ElectorModelTest {

  private static final Path FOLDER = Path.of("target", "model");
  private static final Checker CHECKER = new Checker(FOLDER, 2_000_000, 8_000);
  private static final List<String> TABLE = new ArrayList<>();

  @BeforeAll
  static void spin_is_there() {
    Assumptions.assumeTrue(Checker.isRequired(), "the models are searched by mvn -Pmodel");
    Checker.assumeThere();
  }

  @AfterAll
  static void print() {
    TABLE.forEach(System.out::println);
  }

  @TestFactory
  Stream<DynamicNode> a_model() {
    List<PromelaModel> models = PromelaModel.all();
    assertThat(models).hasSizeGreaterThan(1);
    return models.stream()
        .map(
            model ->
                dynamicContainer(model.name(), Stream.of(holds(model), breaksWithoutARule(model))));
  }

  private static DynamicContainer holds(PromelaModel model) {
    return dynamicContainer(
        "holds, all of it",
        model.configurations().stream()
            .map(one -> dynamicTest(one.name() + ": " + one.words(), () -> holds(model, one))));
  }

  private static void holds(PromelaModel model, PromelaModel.Configuration configuration) {
    Search search = CHECKER.complete(model, configuration);
    TABLE.add(
        "model %-8s %-30s complete, 0 errors: %,12d states, %4d steps deep, %6.1f s, %6.0f MB"
            .formatted(
                model.name(),
                configuration.name(),
                search.states(),
                search.depth(),
                search.seconds(),
                search.megabytes()));
    assertThat(search.unreached()).as("what nothing led to").isEmpty();
  }

  private static DynamicContainer breaksWithoutARule(PromelaModel model) {
    return dynamicContainer(
        "breaks",
        model.variants().stream()
            .map(one -> dynamicTest(one.name() + ": " + one.words(), () -> breaks(model, one))));
  }

  private static void breaks(PromelaModel model, PromelaModel.Variant variant) {
    Search search = CHECKER.broken(model, variant);
    TABLE.add(
        "model %-8s %-30s found: %s after %d steps, %,d states, %.1f s"
            .formatted(
                model.name(),
                variant.name(),
                Checker.invariant(model, search).orElseThrow(),
                search.violatedAt(),
                search.states(),
                search.seconds()));
  }
}
