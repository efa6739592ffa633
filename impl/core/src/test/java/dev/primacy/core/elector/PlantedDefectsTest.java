package dev.primacy.core.elector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.core.simulation.Simulation;
import dev.primacy.core.simulation.Variation;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The simulation is worth as much as the defects it finds: each of these has to be found. */
class PlantedDefectsTest {

  private static final long MOST_SEEDS = 10_000;

  @TestFactory
  Stream<DynamicTest> the_simulation_finds_the_defect() {
    return each(PlantedDefects.all());
  }

  @TestFactory
  Stream<DynamicTest> the_simulation_finds_the_defect_in_what_finds_conflicting_claims() {
    return each(PlantedDefects.ofClaims());
  }

  private static Stream<DynamicTest> each(Map<String, Variation> defects) {
    return defects.entrySet().stream()
        .map(
            defect ->
                DynamicTest.dynamicTest(
                    defect.getKey(), () -> isFound(defect.getKey(), defect.getValue())));
  }

  private static void isFound(String name, Variation defect) {
    Optional<Simulation.Outcome> found =
        LongStream.range(0, MOST_SEEDS)
            .mapToObj(seed -> Simulation.run(seed, defect, false))
            .filter(outcome -> outcome.violation().isPresent())
            .findFirst();
    assertThat(found).as("%s, within %d seeds", name, MOST_SEEDS).isPresent();
    System.out.printf(
        "planted defect found after %4d seeds: %s: %s%n",
        found.get().seed() + 1, name, found.get().violation().get());
  }
}
