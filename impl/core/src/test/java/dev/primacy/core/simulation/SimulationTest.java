package dev.primacy.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The elector under every fault there is, one seed after the other. {@code -Dseeds=20000} runs more
 * of them, {@code -Dseed=N} replays one and prints what happened.
 */
class SimulationTest {

  private static final long SEEDS = Long.getLong("seeds", 2_000);

  @Test
  void no_seed_violates_an_invariant() {
    Long only = Long.getLong("seed");
    List<Simulation.Outcome> outcomes = only == null ? runAll() : List.of(replay(only));
    System.out.printf(
        "simulation: %d seeds, %d tenures, %d calls let in, %d violations%n",
        outcomes.size(),
        outcomes.stream().mapToLong(Simulation.Outcome::tenures).sum(),
        outcomes.stream().mapToLong(Simulation.Outcome::admissions).sum(),
        outcomes.stream().filter(o -> o.violation().isPresent()).count());
    assertThat(outcomes)
        .allSatisfy(
            outcome ->
                assertThat(outcome.violation())
                    .as("replay it with -Psimulate -Dseed=%d", outcome.seed())
                    .isEmpty());
    assertThat(outcomes.stream().mapToLong(Simulation.Outcome::admissions).sum()).isPositive();
  }

  private static List<Simulation.Outcome> runAll() {
    return LongStream.range(0, SEEDS)
        .parallel()
        .mapToObj(seed -> Simulation.run(seed, Variation.STANDARD, false))
        .toList();
  }

  private static Simulation.Outcome replay(long seed) {
    Simulation.Outcome outcome = Simulation.run(seed, Variation.STANDARD, true);
    outcome.trace().forEach(System.out::println);
    return outcome;
  }

  @Test
  void a_seed_replays_exactly() {
    for (long seed = 0; seed < 20; seed++) {
      Simulation.Outcome first = Simulation.run(seed, Variation.STANDARD, false);
      Simulation.Outcome again = Simulation.run(seed, Variation.STANDARD, true);
      assertThat(again.hash()).as("seed %d", seed).isEqualTo(first.hash());
      assertThat(again.trace()).isNotEmpty();
    }
  }

  @Test
  void different_seeds_make_different_runs() {
    assertThat(
            LongStream.range(0, 20)
                .map(seed -> Simulation.run(seed, Variation.STANDARD, false).hash())
                .distinct()
                .count())
        .isEqualTo(20);
  }
}
