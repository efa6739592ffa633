package dev.primacy.engine.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Pauses at random, for as long as one likes. */
interface ChaosRules {
  /** {@code -Dtck.chaos=60} for the figures. */
  String SECONDS = "tck.chaos";

  @Test
  default void five_nodes_that_pause_at_random_are_never_two_primaries(Election election)
      throws Exception {
    Duration lease = Duration.ofMillis(200);
    for (int i = 1; i <= 5; i++) {
      ElectionNode node = election.start("n" + i, "primacy.lease", lease.toMillis() + "ms");
      Random random = new Random(election.bench().random().nextLong());
      node.link().pauseAtRandom(random, 0.15, lease.dividedBy(2), lease.multipliedBy(2));
    }
    Duration time = Duration.ofSeconds(Long.getLong(SECONDS, 5));
    Waiting.pass(time);
    election.tenure(election.awaitPrimary());
    Tenures tenures = election.tenures();
    Report.line(
        "%s: %d s, lease 200 ms, %d terms, smallest gap %s, seed %d"
            .formatted(
                election.bench().service().name(),
                time.toSeconds(),
                tenures.all().size(),
                tenures.smallestGap().map(gap -> gap.toNanos() / 1000 + " us").orElse("none"),
                election.bench().seed()));
    assertThat(tenures.problems()).isEmpty();
  }
}
